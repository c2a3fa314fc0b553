package org.leitai.board;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.BoardRow;
import org.leitai.board.domain.RunningBoard;
import org.leitai.platform.http.Json;
import org.leitai.platform.redis.Lookout;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one board to Redis and keeps it there: one write at a time, changes that come meanwhile go together in the next one. Where Redis
 * does not stand where we left it, which a {@link Lookout} finds out, the board is written anew. Frames never wait for this. Keeper's event loop only.
 */
final class BoardWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BoardWriter.class);

    private final BoardOutlets outlets;
    private final RankedBoards ranked;
    private final String board;
    private @Nullable RunningBoard wanted;
    /** Rows that are other, new or gone since the last write began. */
    private Set<String> changed = new HashSet<>();

    private String wantedEpoch = "";
    private long wantedSeq = -1;
    private String writtenEpoch = "";
    private long writtenSeq = -1;
    private @Nullable Context context;
    private boolean writing;
    private boolean closed;
    private @Nullable Lookout lookout;

    BoardWriter(BoardOutlets outlets, String board) {
        this.outlets = outlets;
        this.ranked = outlets.ranked();
        this.board = board;
    }

    /**
     * The board as it should stand in Redis.
     *
     * @param rows which of its rows are other than at the last call
     */
    void write(RunningBoard board, Set<String> rows, String epoch, long seq) {
        if (epoch.equals(wantedEpoch) && rows.isEmpty()) {
            return;
        }
        if (context == null) {
            context = outlets.vertx().getOrCreateContext();
            lookout = ranked.lookout(this::check);
        }
        wanted = board;
        changed.addAll(rows);
        wantedEpoch = epoch;
        wantedSeq = seq;
        advance();
    }

    private void check() {
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
        if (lookout != null) {
            lookout.close();
        }
    }

    private void forget() {
        writtenEpoch = "";
        writtenSeq = -1;
    }

    private void advance() {
        RunningBoard rows = wanted;
        if (writing || closed || rows == null || (writtenEpoch.equals(wantedEpoch) && writtenSeq == wantedSeq)) {
            return;
        }
        writing = true;
        String epoch = wantedEpoch;
        long seq = wantedSeq;
        boolean anew = !epoch.equals(writtenEpoch) || changed.size() > RankedBoards.MOST_CHANGES;
        Future<Boolean> put = anew ? rebuild(rows, epoch, seq) : apply(rows, epoch, seq);
        changed = new HashSet<>();
        put.onComplete(answer -> onKeeper(() -> {
            writing = false;
            if (answer.failed()) {
                LOG.debug("{}: not in Redis: {}", board, answer.cause().toString());
                forget();
            } else if (answer.result()) {
                writtenEpoch = epoch;
                writtenSeq = seq;
                advance();
            } else {
                forget();
                // A change did not fit: write all of it. A later owner's board is there: the next check looks
                // again, with a pause between tries.
                if (!anew) {
                    advance();
                }
            }
        }));
    }

    private Future<Boolean> apply(RunningBoard rows, String epoch, long seq) {
        var there = new ArrayList<RankedRow>();
        var gone = new ArrayList<String>();
        for (String id : changed) {
            BoardRow row = rows.row(id);
            if (row == null) {
                gone.add(id);
            } else {
                there.add(stored(row));
            }
        }
        return ranked.apply(board, epoch, writtenSeq, seq, there, gone);
    }

    /** Rows are encoded when their chunk is written, so that a big board does not hold up the keeper. */
    private Future<Boolean> rebuild(RunningBoard rows, String epoch, long seq) {
        outlets.meters().rebuilt();
        List<BoardRow> now = rows.rows();
        return ranked.rebuild(board, epoch, seq, new AbstractList<>() {
            @Override
            public RankedRow get(int index) {
                return stored(now.get(index));
            }

            @Override
            public int size() {
                return now.size();
            }
        });
    }

    static RankedRow stored(BoardRow row) {
        return new RankedRow(
                row.id(),
                row.division(),
                row.key(),
                BoardPages.terms(row.body()),
                Json.buffer(row.body()).toString());
    }

    private void onKeeper(Runnable work) {
        Context keeper = context;
        if (keeper != null) {
            keeper.runOnContext(ignored -> work.run());
        }
    }
}
