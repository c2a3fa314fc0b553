package org.leitai.board;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.BoardRow;
import org.leitai.platform.http.Json;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one board to Redis and keeps it there: one write at a time, changes that come meanwhile go together in the next one. Redis
 * is looked at every {@link #CHECK_MILLIS} and after it was away; where it does not stand where we left it, the board is written
 * anew. Frames never wait for this. Keeper's event loop only.
 */
final class BoardWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BoardWriter.class);
    private static final long CHECK_MILLIS = 2_000;

    private final BoardOutlets outlets;
    private final RankedBoards ranked;
    private final String board;
    private List<BoardRow> wanted = List.of();
    private String wantedEpoch = "";
    private long wantedSeq = -1;
    private Map<String, BoardRow> written = Map.of();
    private String writtenEpoch = "";
    private long writtenSeq = -1;
    private @Nullable Context context;
    private boolean writing;
    private boolean closed;
    private long checkTimer = -1;

    BoardWriter(BoardOutlets outlets, String board) {
        this.outlets = outlets;
        this.ranked = outlets.ranked();
        this.board = board;
    }

    /** The board as it should stand in Redis. */
    void write(List<BoardRow> rows, String epoch, long seq) {
        if (epoch.equals(wantedEpoch) && (seq == wantedSeq || rows.equals(wanted))) {
            return;
        }
        if (context == null) {
            context = outlets.vertx().getOrCreateContext();
            checkTimer = outlets.vertx().setPeriodic(CHECK_MILLIS + jitter(), ignored -> check());
        }
        wanted = rows;
        wantedEpoch = epoch;
        wantedSeq = seq;
        advance();
    }

    /** Looks whether Redis still stands where we left it. */
    void check() {
        if (writing || closed || wantedSeq < 0) {
            return;
        }
        writing = true;
        String expected = writtenEpoch + ":" + writtenSeq;
        ranked.position(board)
                .onComplete(answer -> onKeeper(() -> {
                    writing = false;
                    if (answer.succeeded() && !answer.result().orElse("").equals(expected)) {
                        forget();
                    }
                    if (answer.succeeded()) {
                        advance();
                    }
                }));
    }

    void close() {
        closed = true;
        outlets.vertx().cancelTimer(checkTimer);
    }

    private void forget() {
        writtenEpoch = "";
        writtenSeq = -1;
    }

    private void advance() {
        if (writing || closed || (writtenEpoch.equals(wantedEpoch) && writtenSeq == wantedSeq)) {
            return;
        }
        writing = true;
        List<BoardRow> rows = wanted;
        String epoch = wantedEpoch;
        long seq = wantedSeq;
        put(rows, epoch, seq)
                .onComplete(answer -> onKeeper(() -> {
                    writing = false;
                    if (answer.failed()) {
                        LOG.debug("{}: not in Redis: {}", board, answer.cause().toString());
                        forget();
                    } else if (answer.result()) {
                        written = byId(rows);
                        writtenEpoch = epoch;
                        writtenSeq = seq;
                        advance();
                    } else {
                        // Another owner's board, or not where we left it: the next check finds out, with a pause
                        // between tries.
                        forget();
                    }
                }));
    }

    private Future<Boolean> put(List<BoardRow> rows, String epoch, long seq) {
        if (!epoch.equals(writtenEpoch)) {
            return rebuild(rows, epoch, seq);
        }
        var changed = new ArrayList<RankedRow>();
        Map<String, BoardRow> now = byId(rows);
        rows.stream().filter(row -> !row.equals(written.get(row.id()))).forEach(row -> changed.add(stored(row)));
        List<String> gone =
                written.keySet().stream().filter(id -> !now.containsKey(id)).toList();
        if (changed.size() + gone.size() > RankedBoards.MOST_CHANGES) {
            return rebuild(rows, epoch, seq);
        }
        return ranked.apply(board, epoch, writtenSeq, seq, changed, gone)
                .compose(applied -> applied ? Future.succeededFuture(true) : rebuild(rows, epoch, seq));
    }

    private Future<Boolean> rebuild(List<BoardRow> rows, String epoch, long seq) {
        outlets.meters().rebuilt();
        return ranked.rebuild(
                board, epoch, seq, rows.stream().map(BoardWriter::stored).toList());
    }

    static RankedRow stored(BoardRow row) {
        return new RankedRow(
                row.id(), row.division(), row.key(), Json.buffer(row.body()).toString());
    }

    private static Map<String, BoardRow> byId(List<BoardRow> rows) {
        var byId = new HashMap<String, BoardRow>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private void onKeeper(Runnable work) {
        Context keeper = context;
        if (keeper != null) {
            keeper.runOnContext(ignored -> work.run());
        }
    }

    private static long jitter() {
        return ThreadLocalRandom.current().nextLong(CHECK_MILLIS / 4);
    }
}
