package org.leitai.platform.embedded;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server again that ended by itself: killed for want of memory, crashed, stopped by hand. The program goes on meanwhile:
 * marks wait on tablets, boards are served from memory. A server that does not come up is tried again after growing pauses.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final String server;
    private final BooleanSupplier isAlive;
    private final Runnable startAgain;
    private final Thread thread;
    private long pauseMillis = LOOK_EVERY_MILLIS;

    private Watch(String server, BooleanSupplier isAlive, Runnable startAgain) {
        this.server = server;
        this.isAlive = isAlive;
        this.startAgain = startAgain;
        this.thread = new Thread(this::look, "watch-" + server);
        this.thread.setDaemon(true);
    }

    /**
     * Watches until closed.
     *
     * @param isAlive asked twice a second: it must be cheap
     * @param startAgain blocks until the server answers; throws {@link CannotStart} when it does not
     */
    static Watch over(String server, BooleanSupplier isAlive, Runnable startAgain) {
        Watch watch = new Watch(server, isAlive, startAgain);
        watch.thread.start();
        return watch;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(pauseMillis);
                pauseMillis = isAlive.getAsBoolean() ? LOOK_EVERY_MILLIS : mend();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is watched no more", server);
        }
    }

    /** How long to wait before the next look. */
    private long mend() throws InterruptedException {
        LOG.warn("{} has ended; starting it again", server);
        try {
            startAgain.run();
            LOG.info("{} runs again", server);
            return LOOK_EVERY_MILLIS;
        } catch (CannotStart e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.error("{}", e.getMessage());
            return Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        }
    }

    /** Returns when no start is under way any more, so that the server can be stopped for good. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
