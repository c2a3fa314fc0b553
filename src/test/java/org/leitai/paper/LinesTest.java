package org.leitai.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final Bytes bytes = new Bytes();
    private final List<String> heard = new ArrayList<>();
    private final Deque<Promise<Void>> open = new ArrayDeque<>();

    private Lines lines(int most) {
        return new Lines(bytes, most, this::take, () -> heard.add("too long"), () -> heard.add("end"));
    }

    private Future<Void> take(String line) {
        heard.add(line);
        Promise<Void> taken = Promise.promise();
        open.add(taken);
        return line.startsWith("!") ? taken.future() : Future.succeededFuture();
    }

    @Test
    void lines_are_found_wherever_the_bytes_were_cut_and_the_last_needs_no_end() {
        lines(9).read();
        for (String piece : List.of("a", "b\nc", "\n\nd", "e")) {
            bytes.send(piece);
        }
        bytes.end();

        assertThat(heard).containsExactly("ab", "c", "", "de", "end");
    }

    @Test
    void much_that_waits_behind_a_line_being_taken_is_not_a_long_line() {
        lines(9).read();
        bytes.send("!1\n" + "22\n".repeat(1_000));
        bytes.end();

        assertThat(heard).containsExactly("!1");
        assertThat(bytes.paused).isTrue();
        open.removeFirst().complete();

        assertThat(bytes.paused).isFalse();
        assertThat(heard).hasSize(1_002).endsWith("22", "end");
    }

    @Test
    void a_line_that_is_too_long_or_refused_is_the_last() {
        lines(3).read();
        bytes.send("abc\nabcd\ne\n");
        bytes.end();
        assertThat(heard).containsExactly("abc", "too long");

        heard.clear();
        lines(9).read();
        bytes.send("!1\n2\n");
        open.removeLast().fail("no");
        bytes.send("3\n");
        bytes.end();
        assertThat(heard).containsExactly("!1");
    }

    /** A stream that a test feeds; it sends whatever is asked of it, paused or not, as what was under way does. */
    private static final class Bytes implements ReadStream<Buffer> {
        private @Nullable Handler<Buffer> handler;
        private @Nullable Handler<Void> end;
        private boolean paused;

        void send(String text) {
            if (handler != null) {
                handler.handle(Buffer.buffer(text));
            }
        }

        void end() {
            if (end != null) {
                end.handle(null);
            }
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> ignored) {
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
            handler = next;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            paused = true;
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            paused = false;
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(@Nullable Handler<Void> next) {
            end = next;
            return this;
        }
    }
}
