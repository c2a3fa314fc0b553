package org.leitai;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, in order. A signal ends it in reverse order, each part once, and the JVM waits for that; a signal in the middle
 * of the start waits for the step that is under way and lets no further one begin.
 */
final class Running implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean closed;

    /** From now on SIGINT, SIGTERM and {@code System.exit} end what is started here. */
    static Running untilSignal() {
        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    /** Starts one more part; blocks as long as the part's start does. */
    synchronized <T extends AutoCloseable> T start(Callable<T> part) throws Exception {
        if (closed) {
            throw new InterruptedException("stopped while starting");
        }
        T started = part.call();
        parts.push(started);
        return started;
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            end(parts.pop());
        }
        stopped.countDown();
    }

    /** A part that fails to end must not keep the next ones, above all PostgreSQL, from ending well. */
    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
