package org.leitai.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leitai.paper.domain.PaperState;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.redis.RankedRow;

class PaperRowsTest {
    private static final String WITHOUT_VALUE = "002,–,,3";
    private static final String BELOW_ZERO = "003,-2.5,-2.5,0";

    private static List<RankedRow> rows(String... chunks) {
        return PaperRows.of(IntStream.range(0, chunks.length)
                .mapToObj(i -> new PaperState.Chunk(
                        i, "", new Sums(chunks[i], (int) chunks[i].lines().count())))
                .toList());
    }

    @Test
    void rows_of_all_chunks_come_best_first_those_without_a_value_last() {
        List<RankedRow> rows = rows(
                "001,7,7,1\n" + WITHOUT_VALUE,
                BELOW_ZERO + "\n004,0,0,0\n005,77.25,77.25,2",
                "006,-10,-10,0\n007,100,100,0\n008,7.5,7.5,9");

        assertThat(rows)
                .extracting(RankedRow::id)
                .containsExactly("007", "005", "008", "001", "004", "003", "006", "002");
        assertThat(rows).isSortedAccordingTo((one, other) -> one.key().compareTo(other.key()));
        assertThat(rows.get(1).body()).isEqualTo("{\"number\":\"005\",\"total\":\"77.25\"}");
    }

    @Test
    void an_entry_that_is_ordered_by_nothing_is_a_row_too() {
        assertThat(rows("001,7\n002,8,8")).extracting(RankedRow::id).containsExactly("002", "001");
        assertThat(rows()).isEmpty();
    }

    @Test
    void every_row_is_there_once_also_when_many_share_a_total() {
        Random random = new Random(7);
        String[] chunks = IntStream.range(0, 5)
                .mapToObj(chunk -> IntStream.range(0, 700)
                        .mapToObj(i ->
                                "%04d,x,%d.%d".formatted(chunk * 700 + i, random.nextInt(-50, 50), random.nextInt(10)))
                        .collect(Collectors.joining("\n")))
                .toArray(String[]::new);

        List<RankedRow> rows = rows(chunks);

        assertThat(rows)
                .isSortedAccordingTo((one, other) -> one.key().compareTo(other.key()))
                .extracting(RankedRow::id)
                .doesNotHaveDuplicates()
                .hasSize(3_500);
    }
}
