package org.leitai.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodesTest {
    private final SecureRandom random = new SecureRandom();

    @Property(tries = 200)
    void every_code_is_its_own_normal_form(@ForAll long ignored) {
        String code = Codes.code(random);

        assertThat(Codes.normalise(code)).isEqualTo(code);
        assertThat(code).hasSize(8).doesNotContainPattern("[01OIL]");
    }

    @Test
    void a_code_typed_with_spaces_hyphens_and_small_letters_is_the_same_code() {
        assertThat(Codes.normalise(" abcd-2345 ")).isEqualTo("ABCD2345");
    }

    @Test
    void what_cannot_be_a_code_is_null() {
        assertThat(Codes.normalise("ABCD234")).isNull();
        assertThat(Codes.normalise("ABCD23450")).isNull();
        assertThat(Codes.normalise("ABCD234O")).isNull();
        assertThat(Codes.normalise("码ABCD234")).isNull();
    }

    @Test
    void a_pin_has_four_digits() {
        assertThat(Codes.pin(random)).matches("\\d{4}");
    }
}
