package org.leitai.platform.ledger;

/**
 * Bounds of the appender.
 *
 * @param lanes connections that record side by side, 1 to 8: fewer give larger groups, more hide the commit's latency
 * @param groupEvents a group takes no further batch once it holds that many events
 * @param groupBytes or that many bytes of bodies
 * @param deadlineMillis after which a statement without an answer is given up as in doubt, connecting included
 */
public record AppendSettings(int lanes, int groupEvents, int groupBytes, long deadlineMillis) {
    public static AppendSettings standard() {
        return new AppendSettings(3, 2_000, 2_000_000, 5_000);
    }
}
