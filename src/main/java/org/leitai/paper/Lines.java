package org.leitai.paper;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A stream of bytes, line by line, one after the other: while a line is being taken the stream is paused, and no more is held than what
 * had arrived. (Vert.x' own parser counts what waits behind a pause as one long record.) One event loop.
 */
final class Lines {
    private final ReadStream<Buffer> bytes;
    private final int mostBytes;
    private final Function<String, Future<Void>> take;
    private final Runnable tooLong;
    private final Runnable end;
    private Buffer rest = Buffer.buffer();
    private boolean busy;
    private boolean ended;
    private boolean stopped;
    private long handed;

    /**
     * Reads nothing yet.
     *
     * @param mostBytes of a line
     * @param take hears each line; the next one comes when its future succeeds, none after it failed
     * @param tooLong hears that a line has no end in time; nothing comes after
     */
    Lines(
            ReadStream<Buffer> bytes,
            int mostBytes,
            Function<String, Future<Void>> take,
            Runnable tooLong,
            Runnable end) {
        this.bytes = bytes;
        this.mostBytes = mostBytes;
        this.take = take;
        this.tooLong = tooLong;
        this.end = end;
    }

    void read() {
        bytes.handler(more -> {
            if (!stopped) {
                rest.appendBuffer(more);
                drain();
            }
        });
        bytes.endHandler(last -> {
            ended = true;
            drain();
        });
        bytes.resume();
    }

    /** Whether it is the sender's turn. */
    boolean isWaiting() {
        return !busy && !ended && !stopped;
    }

    /** Lines that were handed on so far. */
    long handed() {
        return handed;
    }

    private void drain() {
        int from = 0;
        int at = next(from);
        while (!busy && !stopped && at >= 0 && at - from <= mostBytes) {
            hand(rest.getString(from, at, StandardCharsets.UTF_8.name()));
            from = at + 1;
            at = next(from);
        }
        if (stopped) {
            return;
        }
        rest = rest.getBuffer(from, rest.length());
        if (busy) {
            return;
        }
        if ((at < 0 ? rest.length() : at - from) > mostBytes) {
            stop();
            tooLong.run();
        } else if (ended) {
            last();
        }
    }

    private void last() {
        if (rest.length() == 0) {
            stop();
            end.run();
            return;
        }
        String line = rest.toString(StandardCharsets.UTF_8);
        rest = Buffer.buffer();
        hand(line);
        if (!busy) {
            drain();
        }
    }

    private void hand(String line) {
        handed++;
        Future<Void> taken = take.apply(line);
        if (taken.succeeded()) {
            return;
        }
        busy = true;
        bytes.pause();
        taken.onComplete(
                done -> {
                    busy = false;
                    bytes.resume();
                    drain();
                },
                failed -> stop());
    }

    /** What still comes is let go, so that the sender can read why. */
    private void stop() {
        stopped = true;
        rest = Buffer.buffer();
        bytes.resume();
    }

    private int next(int from) {
        for (int i = from; i < rest.length(); i++) {
            if (rest.getByte(i) == '\n') {
                return i;
            }
        }
        return -1;
    }
}
