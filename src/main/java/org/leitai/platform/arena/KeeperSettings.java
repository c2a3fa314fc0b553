package org.leitai.platform.arena;

/**
 * Bounds of the keepers of one node.
 *
 * @param loops event loops that keepers share
 * @param loadedMost streams kept in memory; above it the longest idle are let go
 * @param idleMillis after which a stream nobody asks for is let go
 * @param waitingPerStream commands a stream may hold unanswered; more are turned away
 * @param waitingOnNode the same for the whole node
 * @param batchCommands commands recorded together at most
 * @param answerMillis after which a command without an answer is turned away, to be repeated with its key
 */
public record KeeperSettings(
        int loops,
        int loadedMost,
        long idleMillis,
        int waitingPerStream,
        int waitingOnNode,
        int batchCommands,
        long answerMillis) {
    public static KeeperSettings standard() {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new KeeperSettings(loops, 2_000, 600_000, 4_000, 40_000, 256, 3_000);
    }

    public KeeperSettings withAnswerMillis(long millis) {
        return new KeeperSettings(
                loops, loadedMost, idleMillis, waitingPerStream, waitingOnNode, batchCommands, millis);
    }

    public KeeperSettings withIdleMillis(long millis) {
        return new KeeperSettings(
                loops, loadedMost, millis, waitingPerStream, waitingOnNode, batchCommands, answerMillis);
    }
}
