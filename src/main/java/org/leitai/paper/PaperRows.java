package org.leitai.paper;

import java.util.AbstractList;
import java.util.List;
import org.leitai.paper.domain.PaperState;
import org.leitai.platform.redis.RankedRow;

/** All rows of a paper, made when they are read: in order, one chunk of them is in memory at a time. */
final class PaperRows extends AbstractList<RankedRow> {
    private final List<PaperState.Chunk> chunks;
    private final int[] begins;
    private int open = -1;
    private List<RankedRow> rows = List.of();

    PaperRows(List<PaperState.Chunk> chunks) {
        this.chunks = List.copyOf(chunks);
        this.begins = new int[chunks.size() + 1];
        for (int i = 0; i < this.chunks.size(); i++) {
            begins[i + 1] = begins[i] + this.chunks.get(i).sums().count();
        }
    }

    @Override
    public RankedRow get(int index) {
        int found = java.util.Arrays.binarySearch(begins, index);
        int chunk = found >= 0 ? found : -found - 2;
        if (chunk != open) {
            rows = PaperBoard.rows(chunks.get(chunk).sums());
            open = chunk;
        }
        return rows.get(index - begins[chunk]);
    }

    @Override
    public int size() {
        return begins[begins.length - 1];
    }
}
