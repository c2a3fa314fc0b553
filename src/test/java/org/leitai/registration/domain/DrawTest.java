package org.leitai.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Property(tries = 100)
    void the_order_depends_on_seed_and_entries_alone(
            @ForAll @StringLength(min = 1, max = 20) String seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        List<UUID> entries = entries(count);

        assertThat(DrawOrder.of(seed, entries.reversed())).isEqualTo(DrawOrder.of(seed, entries));
        assertThat(DrawOrder.of(seed, entries)).containsExactlyInAnyOrderElementsOf(entries);
    }

    /** Made with {@code printf '%s:%s' 2026-527 $id | sha256sum | sort}. */
    @Test
    void anybody_can_repeat_it_with_sha256sum() {
        assertThat(DrawOrder.of("2026-527", entries(4)))
                .extracting(UUID::getLeastSignificantBits)
                .containsExactly(1L, 4L, 2L, 3L);
    }

    @Test
    void numbers_have_equal_width_so_that_they_sort() {
        assertThat(BlindNumbers.number(entries(3)).values()).containsExactly("01", "02", "03");
        assertThat(BlindNumbers.number(entries(100)).values()).startsWith("001").endsWith("100");
    }

    /** Made with {@code (head -c 32 /dev/zero; printf '%s=02\n%s=01\n' $id1 $id2) | sha256sum}. */
    @Test
    void the_commitment_is_the_contracts_hash() {
        List<UUID> two = entries(2);

        assertThat(BlindNumbers.commitment(
                        new byte[BlindNumbers.SEED_BYTES], Map.of(two.get(1), "01", two.get(0), "02")))
                .isEqualTo("145e2343ac1c3c065ca9cda12aa7d7bde9b8fdedc49bdc79bb66faf672c24d88");
    }

    @Test
    void another_seed_gives_another_commitment_to_the_same_numbers() {
        Map<UUID, String> numbers = BlindNumbers.number(entries(5));
        byte[] other = new byte[BlindNumbers.SEED_BYTES];
        other[31] = 1;

        assertThat(BlindNumbers.commitment(other, numbers))
                .isNotEqualTo(BlindNumbers.commitment(new byte[BlindNumbers.SEED_BYTES], numbers));
    }

    private static List<UUID> entries(int count) {
        return new ArrayList<>(LongStream.rangeClosed(1, count)
                .mapToObj(low -> new UUID(0x0190_0000_0000_7000L, low))
                .toList());
    }
}
