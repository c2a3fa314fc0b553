package org.leitai.scoring.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.exact.Ratio;

class SortKeyTest {
    /** Marks, thirds of them, and values beyond what a long holds, either sign. */
    @Provide
    Arbitrary<Ratio> values() {
        var decimals = Arbitraries.oneOf(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-10"), BigDecimal.TEN)
                                .ofScale(7),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                                .ofScale(3))
                .map(Ratio::of);
        return Arbitraries.oneOf(decimals, decimals.map(value -> value.dividedBy(Ratio.of(3))));
    }

    @Property
    void the_coarse_number_never_contradicts_the_key(
            @ForAll("values") Ratio one, @ForAll("values") Ratio other, @ForAll("values") Ratio second) {
        neverContradicts(key(one, second), key(other, one));
        neverContradicts(key(one, second), key(null, second));
        neverContradicts(key(one.negate(), second), key(one, second));
    }

    @Test
    void the_coarse_number_is_the_first_value_in_millionths_rounded_down() {
        assertThat(key(Ratio.of(new BigDecimal("9.87")), null).coarse()).isEqualTo(9_870_000);
        assertThat(key(Ratio.of(1, 3), null).coarse()).isEqualTo(333_333);
        assertThat(key(Ratio.of(-1, 3), null).coarse()).isEqualTo(-333_334);
        assertThat(key(Ratio.of(new BigDecimal("1e20")), null).coarse()).isEqualTo(Ratio.MOST);
        assertThat(key(Ratio.of(new BigDecimal("-1e20")), null).coarse()).isEqualTo(-Ratio.MOST);
        assertThat(key(null, Ratio.ONE).coarse()).isEqualTo(-Ratio.MOST);
    }

    private static void neverContradicts(SortKey one, SortKey other) {
        if (one.coarse() != other.coarse()) {
            assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Long.compare(one.coarse(), other.coarse()));
        }
    }

    private static SortKey key(@Nullable Ratio first, @Nullable Ratio second) {
        List<@Nullable Ratio> parts = new ArrayList<>();
        parts.add(first);
        parts.add(second);
        return SortKey.of(parts);
    }
}
