package org.leitai.scoring.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
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
    void the_coarse_number_is_twice_the_first_value_in_millionths_and_odd_where_it_was_rounded() {
        assertThat(key(Ratio.of(new BigDecimal("9.87")), null).coarse()).isEqualTo(19_740_000);
        assertThat(key(Ratio.of(1, 3), null).coarse()).isEqualTo(666_667);
        assertThat(key(Ratio.of(-1, 3), null).coarse()).isEqualTo(-666_667);
        assertThat(key(Ratio.of(new BigDecimal("1e20")), null).coarse()).isEqualTo(2 * Ratio.MOST + 1);
        assertThat(key(Ratio.of(new BigDecimal("-1e20")), null).coarse()).isEqualTo(-2 * Ratio.MOST + 1);
        assertThat(key(null, Ratio.ONE).coarse()).isEqualTo(-2 * Ratio.MOST);
    }

    @Property
    void a_key_that_is_all_coarse_equals_whatever_has_its_coarse_number(
            @ForAll("values") Ratio one, @ForAll @LongRange(min = -3, max = 3) long halfMillionths) {
        var nearby = one.plus(Ratio.of(halfMillionths, 2_000_000));
        var key = SortKey.of(List.of(one));

        assertThat(key.isAllCoarse()
                        && key.coarse() == SortKey.of(List.of(nearby)).coarse())
                .isEqualTo(key.isAllCoarse() && one.equals(nearby));
        assertThat(key(one, one).isAllCoarse()).isFalse();
    }

    @Test
    void marks_with_few_decimals_are_all_coarse_and_so_is_none() {
        assertThat(SortKey.of(List.of(Ratio.of(new BigDecimal("9.87")))).isAllCoarse())
                .isTrue();
        assertThat(SortKey.of(Collections.singletonList(null)).isAllCoarse()).isTrue();
        assertThat(SortKey.of(List.of(Ratio.of(1, 3))).isAllCoarse()).isFalse();
        assertThat(SortKey.of(List.of(Ratio.of(new BigDecimal("1e20")))).isAllCoarse())
                .isFalse();
        assertThat(SortKey.of(List.of(Ratio.of(new BigDecimal("-1e20")))).isAllCoarse())
                .isFalse();
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
