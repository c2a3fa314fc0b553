package org.leitai.platform.redis;

/**
 * A row of a ranked board.
 *
 * @param id without line ends
 * @param division the rows ranked among themselves; no line ends
 * @param key byte order is rank order, equal keys share a rank; characters from {@code '0'} upwards
 * @param body what readers get; rank and sharing are not in it, they are counted when it is read
 */
public record RankedRow(String id, String division, String key, String body) {
    public RankedRow {
        if (key.indexOf('!') >= 0 || key.indexOf('"') >= 0 || key.indexOf('\n') >= 0 || division.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a key or division of a ranked board: " + key + ", " + division);
        }
    }
}
