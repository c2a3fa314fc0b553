package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.rulebook.yaml.RulebookReader;

/** Every example of the rulebook reference does what the reference says. */
class DocumentedExamplesTest {
    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|csv|points|text)(?: (\\w+))?(?: (\\w+))?\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private record Block(String kind, String name, String text) {}

    private static List<Block> blocks() throws IOException {
        var blocks = new ArrayList<Block>();
        var matcher = BLOCK.matcher(Files.readString(Path.of("src/doc/rulebook.md")));
        while (matcher.find()) {
            var word = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
            blocks.add(new Block(word, matcher.group(3) == null ? "" : matcher.group(3), matcher.group(4)));
        }
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleDoesWhatIsSaid() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        Path rulebook = folder;
        Path marks = folder;
        @Nullable Path entries = null;
        var aspect = "";
        var number = 0;
        for (var block : blocks()) {
            number++;
            var name = block.kind() + " " + number;
            switch (block.kind()) {
                case "rulebook" -> {
                    rulebook = Leitai.write(folder, number + ".yaml", block.text());
                    entries = null;
                }
                case "marks" -> marks = Leitai.write(folder, number + ".csv", block.text());
                case "entries" -> entries = Leitai.write(folder, number + ".csv", block.text());
                case "aspect" -> aspect = block.text();
                case "points" -> {
                    var yaml = aspect;
                    tests.add(DynamicTest.dynamicTest(name, () -> points(yaml, block.text())));
                }
                case "words" -> {
                    var yaml = rulebook;
                    tests.add(DynamicTest.dynamicTest(name, () -> words(yaml, block.text())));
                }
                case "result", "table", "cut", "lines", "certainty" -> {
                    var arguments = arguments(rulebook, marks, entries, block);
                    tests.add(DynamicTest.dynamicTest(name, () -> result(arguments, block.text())));
                }
                default -> throw new IllegalStateException("unknown kind of example: " + block.kind());
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(25);
        return tests.stream();
    }

    private static Object[] arguments(Path rulebook, Path marks, @Nullable Path entries, Block block) {
        var arguments = new ArrayList<Object>(List.of("--rulebook", rulebook, "--marks", marks, "--format", "csv"));
        if (entries != null) {
            arguments.addAll(List.of("--entries", entries));
        }
        if (block.kind().equals("table") || block.kind().equals("cut")) {
            arguments.addAll(List.of("--" + block.kind(), block.name()));
        }
        if (block.kind().equals("lines")) {
            arguments.addAll(List.of("--certainty", "--cut", block.name()));
        }
        if (block.kind().equals("certainty")) {
            arguments.add("--certainty");
        }
        return arguments.toArray();
    }

    private static void result(Object[] arguments, String expected) {
        var run = Leitai.score(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(expected);
    }

    /** Each line is one of those that explain the rulebook. */
    private static void words(Path rulebook, String expected) {
        var run = Leitai.rulebook("explain", rulebook, "--lang", "en");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).containsAll(expected.lines().toList());
    }

    private static void points(String aspect, String cases) {
        var indented =
                aspect.strip().startsWith("{") ? aspect.strip() : aspect.strip().replace("\n", "\n          ");
        var yaml = "rulebook: example\nstages:\n  - id: s\n    aspects:\n        - " + indented + "\n";
        var found = RulebookReader.read(yaml).orThrow().aspect("s", "a").orElseThrow();
        for (var line : cases.strip().split("\n", -1)) {
            var parts = line.split(" -> ", -1);
            var actual = switch (found.parse(parts[0])) {
                case Checked.Accepted accepted -> {
                    var exact = found.points(accepted.value());
                    var round = found.head().round();
                    yield (round == null ? exact : round.apply(exact)).toString();
                }
                case Checked.Refused refused -> "refused " + refused.code();
            };
            assertThat(actual).as(aspect + parts[0]).isEqualTo(parts[1]);
        }
    }
}
