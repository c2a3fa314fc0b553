package org.leitai.platform.redis;

import java.util.List;

/**
 * A part of a ranked board, read at one moment.
 *
 * @param total rows of the division
 */
public record RankedPage(String epoch, long seq, long total, List<Place> rows) {
    public RankedPage {
        rows = List.copyOf(rows);
    }

    /**
     * Rows around one of them.
     *
     * @param offset of the first in its division
     */
    public record Around(String division, long offset, RankedPage page) {}

    /**
     * A row with its place.
     *
     * @param better how many rows are strictly better: the rank is one more
     * @param equal how many rows have this rank, this one included
     */
    public record Place(String id, long better, long equal, String body) {
        public long rank() {
            return better + 1;
        }

        public boolean isShared() {
            return equal > 1;
        }
    }
}
