package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookReader;

class RulebookLibraryTest {
    private final RulebookLibrary library = RulebookLibrary.load();

    @Test
    void every_rulebook_that_comes_along_is_valid_and_found_by_its_id() {
        assertThat(library.all())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        item -> assertThat(library.find(item.rulebook().id())).isEqualTo(item));
    }

    @Test
    void every_rulebook_is_explained_in_both_languages_line_by_line() {
        assertThat(library.all()).allSatisfy(item -> {
            var zh = RulebookWords.brief(item.rulebook(), Language.ZH);
            var en = RulebookWords.brief(item.rulebook(), Language.EN);
            assertThat(zh).contains(item.rulebook().title().zh()).contains("评分表");
            assertThat(en).contains("Sheet");
            assertThat(zh.lines().count()).isEqualTo(en.lines().count());
        });
    }

    @Test
    void weights_rounding_ties_and_awards_are_part_of_the_explanation() {
        var welding = Objects.requireNonNull(library.find("welding-2022")).rulebook();

        assertThat(RulebookWords.brief(welding, Language.ZH).lines())
                .anyMatch(line -> line.startsWith("竞赛模块“理论知识”，占总成绩 30%"))
                .anyMatch(line -> line.startsWith("竞赛模块“操作技能”，占总成绩 70%"))
                .anyMatch(line -> line.startsWith("　评分表“板对接外观”（100 分）") && line.endsWith("乘 0.125 计入。"))
                .contains("总成绩保留 2 位小数。", "总成绩高者在前，分不出先后的并列。", "奖项：一等奖 10%、二等奖 20%、三等奖 30%。")
                .anyMatch(line -> line.startsWith("同分时依次比较：操作技能（高者在前）"));
        assertThat(RulebookWords.brief(welding, Language.EN)).contains("Stage \"Theory\", 30% of the total");
    }

    @Test
    void a_rulebook_read_back_from_its_canonical_form_is_the_same() {
        assertThat(library.all())
                .allSatisfy(item -> assertThat(
                                RulebookReader.read(item.rulebook().canonical()).orThrow())
                        .isEqualTo(item.rulebook()));
    }
}
