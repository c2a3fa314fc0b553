package org.leitai.board.domain;

import java.util.Set;
import java.util.UUID;
import org.leitai.judging.domain.SheetId;

/**
 * What may have changed since a board was last brought up to date.
 *
 * @param everything whether anything may have; the rest then says nothing
 * @param entries whose own rows may have changed
 * @param sheets that may have come further, or back
 */
public record Touched(boolean everything, Set<UUID> entries, Set<SheetId> sheets) {
    public static final Touched EVERYTHING = new Touched(true, Set.of(), Set.of());

    public Touched {
        entries = Set.copyOf(entries);
        sheets = Set.copyOf(sheets);
    }
}
