package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** Whatever two values in their ranges come to lies in the range that was calculated, and both its ends are reached. */
class BoundsTest {
    private static Bounds bounds(@Nullable Integer low, @Nullable Integer high) {
        return new Bounds(low == null ? null : Ratio.of(low), high == null ? null : Ratio.of(high));
    }

    private static boolean holds(Bounds bounds, Ratio value) {
        return (bounds.low() == null || bounds.low().compareTo(value) <= 0)
                && (bounds.high() == null || bounds.high().compareTo(value) >= 0);
    }

    @Test
    void what_is_taken_away_counts_with_its_other_end() {
        assertThat(bounds(2, 5).minus(bounds(1, 3))).isEqualTo(bounds(-1, 4));
        assertThat(bounds(2, null).minus(bounds(null, 3))).isEqualTo(bounds(-1, null));
        assertThat(bounds(2, 5).plus(bounds(1, null))).isEqualTo(bounds(3, null));
    }

    @Test
    void a_negative_factor_turns_the_ends_round() {
        assertThat(bounds(2, 5).times(bounds(-3, -1))).isEqualTo(bounds(-15, -2));
        assertThat(bounds(-2, 5).times(bounds(-3, 1))).isEqualTo(bounds(-15, 6));
        assertThat(bounds(2, null).times(bounds(-1, -1))).isEqualTo(bounds(null, -2));
        assertThat(bounds(2, null).times(bounds(0, 4))).isEqualTo(bounds(0, null));
        assertThat(Bounds.NONE.times(bounds(0, 0))).isEqualTo(bounds(0, 0));
        assertThat(bounds(null, -1).times(bounds(null, -2))).isEqualTo(bounds(2, null));
    }

    @Test
    void where_the_divisor_may_be_nothing_there_is_no_limit() {
        assertThat(bounds(2, 6).dividedBy(bounds(1, 2))).isEqualTo(bounds(1, 6));
        assertThat(bounds(-6, 6).dividedBy(bounds(-2, -1))).isEqualTo(bounds(-6, 6));
        assertThat(bounds(2, 6).dividedBy(bounds(0, 2))).isEqualTo(Bounds.NONE);
        assertThat(bounds(2, 6).dividedBy(bounds(2, null))).isEqualTo(bounds(0, 3));
        assertThat(bounds(2, 6).dividedBy(bounds(null, -2))).isEqualTo(bounds(-3, 0));
    }

    @Test
    void a_least_and_a_most_give_a_limit_where_there_was_none() {
        assertThat(Bounds.NONE.atLeast(Ratio.of(1)).atMost(Ratio.of(3))).isEqualTo(bounds(1, 3));
        assertThat(bounds(4, 9).atMost(Ratio.of(3))).isEqualTo(bounds(3, 3));
        assertThat(bounds(-4, -2).atLeast(Ratio.of(3))).isEqualTo(bounds(3, 3));
    }

    @Property(tries = 2000)
    void everything_that_can_be_lies_inside_and_the_ends_are_reached(@ForAll long seed) {
        var random = new Random(seed);
        var one = some(random);
        var other = some(random);
        for (var operation : List.of("plus", "minus", "times", "or")) {
            var range = of(operation, bounds(one[0], one[1]), bounds(other[0], other[1]));
            var low = Ratio.of(10_000);
            var high = Ratio.of(-10_000);
            for (var a = one[0]; a <= one[1]; a++) {
                for (var b = other[0]; b <= other[1]; b++) {
                    var result = of(operation, bounds(a, a), bounds(b, b));
                    assertThat(holds(range, value(result.low()))).as(operation).isTrue();
                    assertThat(holds(range, value(result.high()))).as(operation).isTrue();
                    low = low.min(value(result.low()));
                    high = high.max(value(result.high()));
                }
            }
            assertThat(range).as(operation).isEqualTo(new Bounds(low, high));
        }
    }

    private static Ratio value(@Nullable Ratio end) {
        return Objects.requireNonNull(end);
    }

    private static Bounds of(String operation, Bounds one, Bounds other) {
        return switch (operation) {
            case "plus" -> one.plus(other);
            case "minus" -> one.minus(other);
            case "times" -> one.times(other);
            default -> one.or(other);
        };
    }

    private static int[] some(Random random) {
        var low = random.nextInt(11) - 5;
        return new int[] {low, low + random.nextInt(5)};
    }
}
