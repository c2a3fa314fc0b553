package org.leitai.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** An order is the sorted list it stands for, and stays shallow. */
class OrderTest {
    private static final int MANY = 10_000;

    /** For ten thousand elements: not more than twice the depth of a perfect tree. */
    private static final int MOST_COMPARISONS = 28;

    @Property(tries = 300)
    void an_order_is_the_sorted_list_after_every_change(
            @ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> changes) {
        var order = ordered(List.of(), Comparator.naturalOrder());
        var list = new ArrayList<Integer>();
        for (var element : changes) {
            var before = order;
            var kept = List.copyOf(list);
            if (list.removeIf(element::equals)) {
                order = order.minus(element);
            } else {
                list.add(element);
                order = order.plus(element);
            }
            list.sort(Comparator.naturalOrder());
            assertThat(order.toList()).isEqualTo(list);
            assertThat(before.toList()).isEqualTo(kept);
            everyPlaceAgrees(order, list);
        }
    }

    /** With a coarse number that seven neighbours share. */
    private static Order<Integer> ordered(List<Integer> elements, Comparator<Integer> comparator) {
        return Order.of(element -> element / 7, comparator, elements);
    }

    private static void everyPlaceAgrees(Order<Integer> order, List<Integer> list) {
        assertThat(order.size()).isEqualTo(list.size());
        for (var place = 0; place < list.size(); place++) {
            var element = list.get(place);
            assertThat(order.get(place)).isEqualTo(element);
            assertThat(order.count(element / 7, other -> other < element)).isEqualTo(place);
            assertThat(order.toList(place, list.size())).isEqualTo(list.subList(place, list.size()));
            assertThat(order.toList(place / 2, place)).isEqualTo(list.subList(place / 2, place));
        }
        assertThatThrownBy(() -> order.get(list.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void what_is_not_there_is_not_removed() {
        var order = ordered(List.of(3, 1, 2), Comparator.naturalOrder());
        assertThat(order.minus(7).toList()).containsExactly(1, 2, 3);
    }

    @Test
    void rising_falling_and_thinned_out_orders_stay_shallow() {
        var compared = new AtomicInteger();
        Comparator<Integer> counting = (a, b) -> {
            compared.incrementAndGet();
            return Integer.compare(a, b);
        };
        var order = Order.of(element -> 0, counting, List.<Integer>of());
        for (var i = 0; i < MANY; i++) {
            order = order.plus(i).plus(-1 - i);
        }
        for (var i = 0; i < MANY; i++) {
            order = order.minus(i);
        }
        for (var i = 1; i <= MANY; i++) {
            compared.set(0);
            order.minus(-i);
            assertThat(compared.get()).isLessThanOrEqualTo(MOST_COMPARISONS);
        }
    }
}
