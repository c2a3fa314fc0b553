package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The library: which rulebooks it holds, and that each of its texts is there in both languages. */
class LibraryTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void holdsARulebookOfEveryKindOfContest() {
        assertThat(RulebookLibrary.ids())
                .containsExactlyInAnyOrder(
                        "welding-2022",
                        "welding-site",
                        "electrician",
                        "chemical-process-control",
                        "mine-rescue",
                        "mine-rescue-all-round",
                        "speech",
                        "song",
                        "proposals",
                        "safety-quiz",
                        "worldskills-100",
                        "diving",
                        "mass-knowledge");
    }

    @ParameterizedTest
    @MethodSource("org.leitai.rulebook.yaml.RulebookLibrary#ids")
    void everyTextIsThereInBothLanguages(String id) {
        var tree = new Load(LoadSettings.builder().build())
                .loadFromString(RulebookLibrary.yaml(id).orElseThrow());
        var faults = new ArrayList<String>();
        visit(tree, id, faults);
        assertThat(faults).isEmpty();
    }

    /** Whatever has an id has a title; titles and benchmarks are in Chinese and in English. */
    private static void visit(Object node, String path, List<String> faults) {
        if (node instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                visit(list.get(i), path + "[" + i + "]", faults);
            }
        }
        if (node instanceof Map<?, ?> map) {
            if (map.containsKey("id") && !isInBoth(map.get("title"))) {
                faults.add(path + ": title of " + map.get("id"));
            }
            map.forEach((key, value) -> {
                var below = path + "." + key;
                if (key.equals("title")) {
                    check(value, below, faults);
                } else if (key.equals("benchmarks") && value instanceof List<?> texts) {
                    texts.forEach(text -> check(text, below, faults));
                } else {
                    visit(value, below, faults);
                }
            });
        }
    }

    private static void check(Object text, String path, List<String> faults) {
        if (!isInBoth(text)) {
            faults.add(path + ": " + text);
        }
    }

    private static boolean isInBoth(@Nullable Object text) {
        return text instanceof Map<?, ?> languages
                && languages.get("zh") instanceof String zh
                && languages.get("en") instanceof String en
                && !zh.isBlank()
                && !en.isBlank()
                && !CHINESE.matcher(en).find();
    }

    @ParameterizedTest
    @MethodSource("org.leitai.rulebook.yaml.RulebookLibrary#ids")
    void isSoundWithoutAWarningAndSaidInBothLanguages(String id) {
        assertThat(RulebookReader.read(RulebookLibrary.yaml(id).orElseThrow()))
                .isInstanceOfSatisfying(RulebookReader.Result.Read.class, read -> {
                    assertThat(read.warnings().stream().map(RulebookProblem::code))
                            .isSubsetOf("levels-overlap");
                    var english = RulebookWords.full(read.rulebook(), Text.Language.EN);
                    assertThat(CHINESE.matcher(english).find()).as(english).isFalse();
                    assertThat(RulebookWords.full(read.rulebook(), Text.Language.ZH)
                                    .lines())
                            .hasSameSizeAs(english.lines().toList());
                });
    }

    private static Rulebook rulebook(String id) {
        return RulebookReader.read(RulebookLibrary.yaml(id).orElseThrow()).orThrow();
    }

    private static List<String> weights(String id) {
        return rulebook(id).stages().stream()
                .map(stage -> stage.tree().weight().toString())
                .toList();
    }

    @Test
    void theWeightsOfTheRealRulesStandThere() {
        assertThat(weights("electrician")).containsExactly("0.3", "0.7");
        assertThat(weights("chemical-process-control")).containsExactly("0.3", "0.35", "0.35");
        assertThat(rulebook("chemical-process-control").stages().getLast().of()).isEqualTo(Stage.Of.TEAM);
        assertThat(rulebook("electrician").ranking().ties()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rulebook("welding-2022").stages().stream().flatMap(stage -> stage.forms().stream()))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(rulebook("proposals").cuts())
                .anySatisfy(cut -> assertThat(cut.perDelegation()).isNotNull());
    }
}
