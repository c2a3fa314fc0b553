package org.leitai.platform.redis;

import java.util.List;

/**
 * A row of a ranked board.
 *
 * @param id without line ends
 * @param division the rows ranked among themselves; no line ends
 * @param key byte order is rank order, equal keys share a rank; characters from {@code '0'} upwards
 * @param terms what the row is found by, from the first letter on; no tabs or line ends
 * @param body what readers get; rank and sharing are not in it, they are counted when it is read
 */
public record RankedRow(String id, String division, String key, List<String> terms, String body) {
    public RankedRow {
        if (key.indexOf('!') >= 0 || key.indexOf('"') >= 0 || key.indexOf('\n') >= 0 || division.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a key or division of a ranked board: " + key + ", " + division);
        }
        terms = terms.stream().filter(RankedRow::isTerm).distinct().toList();
    }

    /** A row that is not found by anything. */
    public RankedRow(String id, String division, String key, String body) {
        this(id, division, key, List.of(), body);
    }

    private static boolean isTerm(String term) {
        return !term.isEmpty() && term.chars().noneMatch(Character::isISOControl);
    }

    /** As it is stored; see {@link BoardScripts}. */
    String stored() {
        return division + "\n" + key + "\n" + String.join("\t", terms) + "\n" + body;
    }
}
