package org.leitai.rulebook.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    /** What a plain decimal is, said in another way than the reader does it. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?|[+-]?\\.\\d+");

    @ParameterizedTest
    @CsvSource({"0,0", "9.50,9.50", "-0.1,-0.1", "+3,3", ".5,0.5", "-.25,-0.25", "007,7"})
    void numbers_are_read_as_they_are_written(String text, BigDecimal value) {
        assertThat(Decimals.parse(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+.",
                "5.",
                "1.2.3",
                "--1",
                "1-",
                "1e4",
                "1 ",
                " 1",
                "1,5",
                "NaN",
                "Infinity",
                "0x1F",
                "１",
                "٣",
                "1_000",
                "1234567890123456789012345678901"
            })
    void anything_else_is_not(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @Test
    void every_short_text_is_read_as_the_grammar_says() {
        var random = new Random(26);
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append("+-.01259e ".charAt(random.nextInt(10)));
            }
            assertThat(Decimals.parse(text.toString()).isPresent())
                    .as("'%s'", text)
                    .isEqualTo(PLAIN.matcher(text).matches());
        }
    }
}
