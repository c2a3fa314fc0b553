package org.leitai.paper;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Refusal;
import org.leitai.paper.domain.AnswerScorer;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.http.Problem;
import org.leitai.platform.ledger.Hash;
import org.leitai.rulebook.Rulebook;

/**
 * One file of answers on its way, read line by line: while a chunk is scored and recorded the sender waits, so that never more than one
 * chunk is in memory ({@link #CHUNK_ROWS} rows of at most {@link #MOST_LINE_BYTES} bytes). Lives on one event loop.
 */
final class AnswerUpload {
    /** As many as one change of a board in Redis may have. */
    static final int CHUNK_ROWS = 2_000;

    /** The code of the problem; its connection is of no use any more. */
    static final String STALLED = "sender-stalled";

    static final int MOST_LINE_BYTES = 4_096;

    /** How often a look is taken at whether lines still come, and how many must have come since the last one. */
    private static final long LOOK_MILLIS = 20_000;

    private static final int FEWEST_LINES = 100;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final WorkerExecutor workers;
    private final Rulebook rulebook;
    private final BiFunction<Integer, Chunk, Future<Void>> take;
    private final Promise<Taken> done = Promise.promise();
    private String heading = "";
    private @Nullable AnswerScorer scorer;
    private List<String> rows = new ArrayList<>();
    /** Rows of whole chunks, taken or not. */
    private int read;

    /** Lines at the last look. */
    private long seen;

    private int chunks;
    private int entries;
    private final List<Refusal> faults = new ArrayList<>();

    /** A scored chunk; the hash is of the evidence. */
    record Chunk(Sums sums, Buffer evidence, String hash) {}

    /** Of a chunk one or the other. */
    private record Scored(@Nullable Chunk chunk, List<AnswerScorer.Fault> faults) {}

    /** What was recorded of a whole file. */
    record Taken(int chunks, int entries) {}

    /**
     * Reads nothing yet.
     *
     * @param request paused
     * @param take records chunk number so-and-so, from 0
     */
    AnswerUpload(
            Vertx vertx,
            HttpServerRequest request,
            WorkerExecutor workers,
            Rulebook rulebook,
            BiFunction<Integer, Chunk, Future<Void>> take) {
        this.vertx = vertx;
        this.request = request;
        this.workers = workers;
        this.rulebook = rulebook;
        this.take = take;
    }

    Future<Taken> run() {
        request.exceptionHandler(gone -> done.tryFail(new UnavailableException("the sender is gone: " + gone, 1)));
        Lines lines = new Lines(request, MOST_LINE_BYTES, line -> line(line.strip()), this::tooLong, this::end);
        lines.read();
        long looks = vertx.setPeriodic(LOOK_MILLIS, look -> lookAt(lines));
        return done.future().onComplete(ended -> vertx.cancelTimer(looks));
    }

    /** Who sends nothing, or drop by drop, keeps others from one of the few places. */
    private void lookAt(Lines lines) {
        if (lines.isWaiting() && lines.handed() < seen + FEWEST_LINES) {
            done.tryFail(Problem.of(
                    408,
                    Refusal.of(
                                    STALLED,
                                    "fewer than " + FEWEST_LINES + " lines came within " + LOOK_MILLIS / 1_000
                                            + " s; send the file again under the same key")
                            .with("taken", Integer.toString(entries))));
        }
        seen = lines.handed();
    }

    private Future<Void> line(String text) {
        if (text.isEmpty()) {
            return Future.succeededFuture();
        }
        if (scorer == null) {
            return begin(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        rows.add(text);
        return rows.size() == CHUNK_ROWS ? chunk() : Future.succeededFuture();
    }

    private void end() {
        if (rows.isEmpty()) {
            finish();
        } else {
            chunk().onSuccess(taken -> finish());
        }
    }

    private Future<Void> begin(String first) {
        heading = first;
        scorer = AnswerScorer.of(rulebook, first).orElse(null);
        if (scorer != null) {
            return Future.succeededFuture();
        }
        Problem problem = Problem.of(
                422,
                Refusal.of(
                        "columns-missing",
                        "the first line must be 'number' and every aspect of the paper once, parted by commas"));
        done.tryFail(problem);
        return Future.failedFuture(problem);
    }

    private Future<Void> chunk() {
        List<String> now = rows;
        AnswerScorer known = java.util.Objects.requireNonNull(scorer);
        rows = new ArrayList<>();
        return workers.executeBlocking(() -> scored(known, now), true)
                .compose(this::taken)
                .onSuccess(next -> read += now.size())
                .onFailure(done::tryFail);
    }

    private Scored scored(AnswerScorer known, List<String> now) {
        return switch (known.score(now)) {
            case AnswerScorer.Outcome.Scored scored -> {
                byte[] evidence = (heading + "\n" + String.join("\n", now)).getBytes(StandardCharsets.UTF_8);
                yield new Scored(
                        new Chunk(
                                scored.sums(),
                                Buffer.buffer(evidence),
                                Hash.of(evidence).hex()),
                        List.of());
            }
            case AnswerScorer.Outcome.Bad bad -> new Scored(null, bad.faults());
        };
    }

    /** After a chunk with faults nothing more is taken; the rest of the file is looked through for more of them. */
    private Future<Void> taken(Scored scored) {
        Chunk chunk = scored.chunk;
        if (chunk == null) {
            // The heading is line 1.
            scored.faults.forEach(fault -> faults.add(located(read + fault.row() + 2, fault.why())));
            return faults.size() < AnswerScorer.MOST_FAULTS ? Future.succeededFuture() : Future.failedFuture(refused());
        }
        if (!faults.isEmpty()) {
            return Future.succeededFuture();
        }
        return take.apply(chunks, chunk).onSuccess(recorded -> {
            chunks++;
            entries += chunk.sums().count();
        });
    }

    private static Refusal located(int line, Refusal why) {
        return why.with("line", Integer.toString(line));
    }

    /** Names the first fault, and all of them, one a line: line, column, code. */
    private Problem refused() {
        Refusal first = faults.getFirst();
        List<Refusal> listed = faults.subList(0, Math.min(faults.size(), AnswerScorer.MOST_FAULTS));
        Refusal all = Refusal.of("answers-refused", "line " + first.values().get("line") + ": " + first.detail())
                .with("line", first.values().getOrDefault("line", ""))
                .with("why", first.code())
                .with("taken", Integer.toString(entries))
                .with("faults", listed.stream().map(AnswerUpload::place).collect(Collectors.joining("\n")));
        String column = first.values().get("column");
        return Problem.of(422, column == null ? all : all.with("column", column));
    }

    private static String place(Refusal fault) {
        return fault.values().get("line") + " " + fault.values().getOrDefault("column", "-") + " " + fault.code();
    }

    private void tooLong() {
        faults.add(located(
                read + rows.size() + 2,
                Refusal.of("line-too-long", "a line has at most " + MOST_LINE_BYTES + " bytes")));
        done.tryFail(refused());
    }

    private void finish() {
        if (faults.isEmpty()) {
            done.tryComplete(new Taken(chunks, entries));
        } else {
            done.tryFail(refused());
        }
    }
}
