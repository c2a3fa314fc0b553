package org.leitai.board.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankKeyTest {
    @Property
    void byte_order_of_keys_is_the_order_of_chains(
            @ForAll("chains") List<@Nullable BigDecimal> one, @ForAll("chains") List<@Nullable BigDecimal> other) {
        int keys = RankKey.ranked(one).compareTo(RankKey.ranked(other));

        assertThat(Integer.signum(keys)).isEqualTo(Integer.signum(betterFirst(one, other)));
    }

    @Provide
    Arbitrary<List<@Nullable BigDecimal>> chains() {
        Arbitrary<@Nullable BigDecimal> decimals = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                        .ofScale(4),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-2"), new BigDecimal("2"))
                        .ofScale(18),
                Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("-1")),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                        .ofScale(0));
        return decimals.injectNull(0.1).list().ofSize(3);
    }

    private static int betterFirst(List<@Nullable BigDecimal> one, List<@Nullable BigDecimal> other) {
        for (int i = 0; i < one.size(); i++) {
            BigDecimal a = one.get(i);
            BigDecimal b = other.get(i);
            if (a == null || b == null) {
                if (a != null || b != null) {
                    return a == null ? 1 : -1;
                }
            } else if (a.compareTo(b) != 0) {
                return b.compareTo(a);
            }
        }
        return 0;
    }

    @Test
    void equal_values_have_equal_keys_however_they_are_written() {
        assertThat(RankKey.ranked(List.of(new BigDecimal("9.30"))))
                .isEqualTo(RankKey.ranked(List.of(new BigDecimal("9.3"))));
    }

    @Test
    void nobody_without_a_rank_stands_before_a_ranked_one() {
        String worst = RankKey.ranked(Arrays.asList(null, null));

        assertThat(RankKey.unranked("dns07")).isGreaterThan(worst);
        assertThat(RankKey.isRanked(worst)).isTrue();
        assertThat(RankKey.isRanked(RankKey.unranked("dns07"))).isFalse();
    }

    @Test
    void a_total_of_few_decimals_has_a_short_key() {
        assertThat(RankKey.ranked(List.of(new BigDecimal("77.25")))).hasSizeLessThan(12);
    }
}
