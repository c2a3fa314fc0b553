package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leitai.kernel.doc.Doc;

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
            Doc.Obj words = (Doc.Obj) RulebookWords.of(item.rulebook());
            assertThat(words.text("zh")).contains(item.rulebook().title().zh()).contains("评分表");
            assertThat(words.text("en")).contains("Sheet");
            assertThat(words.text("zh").lines().count())
                    .isEqualTo(words.text("en").lines().count());
        });
    }
}
