package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.yaml.RulebookLibrary;

/** What {@code leitai rulebook explain} says of every rulebook of the library, in both languages, word for word. */
class RulebookWordsTest {
    private static final Path FOLDER = Path.of("src/test/resources/words");

    static Stream<Arguments> library() {
        return RulebookLibrary.ids().stream().flatMap(id -> Stream.of(Arguments.of(id, "zh"), Arguments.of(id, "en")));
    }

    @ParameterizedTest
    @MethodSource("library")
    void aRulebookIsToldInSentences(String id, String language) throws IOException {
        assertThat(Leitai.rulebook("explain", id, "--lang", language).out())
                .isEqualTo(Files.readString(FOLDER.resolve(id + "." + language + ".txt")));
    }

    @Test
    void whatTheLibraryDoesNotUseHasItsWordsToo() throws IOException {
        var rulebook = FOLDER.resolve("everything.yaml");
        for (var language : new String[] {"zh", "en"}) {
            assertThat(Leitai.rulebook("explain", rulebook, "--lang", language).out())
                    .isEqualTo(Files.readString(FOLDER.resolve("everything." + language + ".txt")));
        }
    }

    @Test
    void oneIsNotToldAsSeveral() throws IOException {
        var rulebook = FOLDER.resolve("one-of-each.yaml");
        assertThat(Leitai.rulebook("explain", rulebook, "--lang", "en").out())
                .contains("1 division, each ranked by itself", "1 aspect, one seat")
                .contains("Totals have 1 decimal.", "to 1 decimal (half up)", "Awards from 1 entry")
                .doesNotContainPattern("\\b1 (divisions|aspects|grades|items|decimals|entries)\\b");
    }
}
