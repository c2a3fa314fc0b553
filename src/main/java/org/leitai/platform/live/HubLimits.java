package org.leitai.platform.live;

/**
 * The hub's bounds.
 *
 * @param viewers streams on this node; one more is turned away with a wish to come back
 * @param boardsPerStream boards one stream may carry
 * @param topics boards this node follows at once
 * @param framesWaiting frames kept while a topic reads its snapshot; the oldest fall out and cause another reading
 * @param queueBytes written but not yet taken bytes of one viewer, above which deltas are skipped
 * @param tickMillis between two heartbeats, which is also when guards are asked
 * @param stuckTicks ticks without any reading after which a viewer is closed
 * @param idleMillis how long a topic without viewers is kept
 * @param followMillis after which a source is told once more that a board is shown; at most a third of the minute it keeps in mind
 */
public record HubLimits(
        int viewers,
        int boardsPerStream,
        int topics,
        int framesWaiting,
        int queueBytes,
        long tickMillis,
        int stuckTicks,
        long idleMillis,
        long followMillis) {
    /** Heartbeats every 2 s: clients fall back to polling after 5 s without a byte. */
    public static HubLimits standard() {
        return new HubLimits(20_000, 8, 2_000, 256, 128 * 1024, 2_000, 15, 60_000, 20_000);
    }
}
