package org.leitai.paper;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.RankKey;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.paper.domain.PaperEvent;
import org.leitai.paper.domain.PaperState;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.http.Json;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.redis.Lookout;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mass paper's ranks in Redis: each chunk is one change on top of the one before; what does not fit, and what Redis has forgotten,
 * is written anew from the state, in an order that a worker finds. One write under way at a time; after loading on the keeper's event loop.
 */
final class PaperBoard implements Fold<PaperState, PaperEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(PaperBoard.class);
    /** Nothing of it is in Redis, or nobody knows. */
    private static final int NOTHING = -1;

    private final Vertx vertx;
    private final WorkerExecutor sorting;
    private final RankedBoards ranked;
    private final String name;
    private @Nullable PaperState state;
    private @Nullable Context context;
    private @Nullable Epoch epoch;
    private @Nullable Lookout lookout;
    private int written = NOTHING;
    private boolean writing;
    private boolean closed;

    PaperBoard(Vertx vertx, WorkerExecutor sorting, RankedBoards ranked, StreamId paper) {
        this.vertx = vertx;
        this.sorting = sorting;
        this.ranked = ranked;
        this.name = name(paper);
    }

    static String name(StreamId paper) {
        return "paper/" + paper;
    }

    @Override
    public void apply(Recorded<PaperEvent> event, PaperState after) {
        state = after;
    }

    @Override
    public void loaded(Position position) {
        context = vertx.getOrCreateContext();
        epoch = new Epoch(position.ledger(), position.term(), "0");
        lookout = ranked.lookout(this::check);
        advance();
    }

    @Override
    public void committed(Position position) {
        epoch = new Epoch(position.ledger(), position.term(), "0");
        advance();
    }

    @Override
    public void closed() {
        closed = true;
        if (lookout != null) {
            lookout.close();
        }
    }

    /** Whether Redis still holds what was written; it may have been emptied, or restored from an old file. */
    private void check() {
        if (writing || closed) {
            return;
        }
        if (written == NOTHING) {
            advance();
            return;
        }
        writing = true;
        String expected = epoch + ":" + seqOf(written);
        ranked.position(name)
                .onComplete(found -> onKeeper(() -> {
                    writing = false;
                    if (found.failed() || !found.result().equals(java.util.Optional.of(expected))) {
                        written = NOTHING;
                    }
                    advance();
                }));
    }

    private void advance() {
        PaperState now = state;
        Epoch here = epoch;
        if (now == null
                || here == null
                || writing
                || closed
                || written == now.chunks().size()) {
            return;
        }
        writing = true;
        int target = written == NOTHING ? now.chunks().size() : written + 1;
        Future<Boolean> put = written == NOTHING
                ? sorting.executeBlocking(() -> PaperRows.of(now.chunks()), false)
                        .compose(rows -> closed
                                ? Future.succeededFuture(false)
                                : ranked.rebuild(name, here.toString(), seqOf(target), rows))
                : ranked.apply(
                        name,
                        here.toString(),
                        seqOf(written),
                        seqOf(target),
                        rows(now.chunks().get(written).sums()),
                        List.of());
        put.onComplete(done -> onKeeper(() -> written(target, done)));
    }

    private void written(int target, io.vertx.core.AsyncResult<Boolean> done) {
        boolean anew = written == NOTHING;
        boolean fits = done.succeeded() && done.result();
        if (done.failed()) {
            LOG.debug("{}: not in Redis: {}", name, done.cause().toString());
        }
        writing = false;
        written = fits ? target : NOTHING;
        // Away, or a later owner's: the next check tries again.
        if (fits || (done.succeeded() && !anew)) {
            advance();
        }
    }

    private long seqOf(int chunks) {
        PaperState now = state;
        return now == null || chunks <= 0 ? 0 : now.chunks().get(chunks - 1).seq();
    }

    static List<RankedRow> rows(Sums sums) {
        return sums.all().stream().map(PaperBoard::row).toList();
    }

    static RankedRow row(Sums.Sum sum) {
        Doc.Obj body =
                Doc.obj().put("number", sum.number()).put("total", sum.total()).build();
        return new RankedRow(
                sum.number(),
                PaperRoutes.ALL,
                RankKey.ranked(sum.chain()),
                Json.buffer(body).toString());
    }

    private void onKeeper(Runnable work) {
        Context keeper = context;
        if (keeper != null) {
            keeper.runOnContext(ignored -> work.run());
        }
    }
}
