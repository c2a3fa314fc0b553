package org.leitai.paper;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.paper.domain.PaperState;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.redis.RankedRow;

/**
 * All rows of a paper, made when they are read; the best come first, but for rows whose totals are nearly the same. Eight bytes a row
 * are kept, 24 while they are sorted.
 */
final class PaperRows extends AbstractList<RankedRow> {
    private final List<Sums> chunks;
    /** Of each row the number of its chunk and where it begins there. */
    private final long[] places;

    private PaperRows(List<Sums> chunks, long[] places) {
        this.chunks = chunks;
        this.places = places;
    }

    /** Half a million rows take some tenths of a second. */
    static PaperRows of(List<PaperState.Chunk> chunks) {
        List<Sums> all = chunks.stream().map(PaperState.Chunk::sums).toList();
        int count = all.stream().mapToInt(Sums::count).sum();
        long[] places = new long[count];
        long[] bestFirst = new long[count];
        int row = 0;
        for (int chunk = 0; chunk < all.size(); chunk++) {
            for (int begin : all.get(chunk).begins()) {
                places[row] = pair(chunk, begin);
                bestFirst[row] = pair(lessForMore(all.get(chunk).leading(begin)), row);
                row++;
            }
        }
        Arrays.sort(bestFirst);
        return new PaperRows(
                all, Arrays.stream(bestFirst).map(one -> places[(int) one]).toArray());
    }

    private static long pair(int high, int low) {
        return ((long) high << Integer.SIZE) | low;
    }

    /** Orders as the values do, the other way round, as finely as a {@code float} tells them apart; none is the greatest. */
    private static int lessForMore(@Nullable BigDecimal value) {
        if (value == null) {
            return Integer.MAX_VALUE;
        }
        int bits = Float.floatToIntBits(value.floatValue());
        return ~(bits < 0 ? bits ^ Integer.MAX_VALUE : bits);
    }

    @Override
    public RankedRow get(int index) {
        long place = places[index];
        return PaperBoard.row(chunks.get((int) (place >>> Integer.SIZE)).at((int) place));
    }

    @Override
    public int size() {
        return places.length;
    }
}
