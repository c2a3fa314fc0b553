package org.leitai.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.registration.domain.IdNumber.Fault;

/** Published vectors (GB 11643-1999, GB 32100-2015); the file names its sources. */
class IdentityNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static Stream<Vector> vectors() throws IOException {
        try (var in = Objects.requireNonNull(
                IdentityNumbersTest.class.getResourceAsStream("/cases/identity_check_vectors.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("id18,") || line.startsWith("uscc,"))
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Vector(cells[0], cells[1], cells[2].equals("1")));
        }
    }

    record Vector(String kind, String value, boolean valid) {}

    @ParameterizedTest
    @MethodSource("vectors")
    void published_numbers_are_told_right_from_wrong(Vector vector) {
        boolean valid = vector.kind().equals("uscc")
                ? CreditCode.valid(vector.value())
                : IdNumber.check(vector.value(), TODAY) == Fault.NONE;

        assertThat(valid).isEqualTo(vector.valid());
    }

    @Test
    void each_fault_has_its_own_name() {
        assertThat(IdNumber.check("3.70811E+17", TODAY)).isEqualTo(Fault.SCIENTIFIC);
        assertThat(IdNumber.check("37081119900101", TODAY)).isEqualTo(Fault.SHAPE);
        assertThat(IdNumber.check("110105194913310020", TODAY)).isEqualTo(Fault.BIRTH_DATE);
        assertThat(IdNumber.check("110105203001010010", TODAY)).isEqualTo(Fault.BIRTH_DATE);
        assertThat(IdNumber.check("110105194912310021", TODAY)).isEqualTo(Fault.CHECK_DIGIT);
    }

    @Test
    void full_width_digits_and_spaces_do_not_matter() {
        assertThat(IdNumber.check("１１０１０５ 19491231 002ｘ", TODAY)).isEqualTo(Fault.NONE);
        assertThat(IdNumber.normal("１１０１０５ 19491231 002ｘ")).isEqualTo("11010519491231002X");
    }
}
