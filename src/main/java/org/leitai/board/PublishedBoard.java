package org.leitai.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Aliases;
import org.leitai.board.domain.RunningBoard;
import org.leitai.board.domain.Scene;
import org.leitai.board.domain.Touched;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.live.Frame;

/**
 * What one audience was last sent, and the frames that follow from a new board. Keeper's thread only.
 *
 * <p>Frames are made while somebody may follow: for a lease after the board began here, since its followers were another keeper's
 * before, and after each time somebody {@linkplain #followed asked}. Most disciplines of a large contest are watched by nobody.
 */
final class PublishedBoard {
    /** Longer than hubs wait until they ask again ({@code SnapshotSource.follow}), so that one lost question ends nothing. */
    static final long LEASE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final BoardName name;
    private final RunningBoard board;
    private final LongSupplier nanos;
    private @Nullable Epoch epoch;
    private long seq;
    private long atMicros;
    private @Nullable Frame snapshot;
    private long followedNanos;

    /**
     * What a step means for the outside.
     *
     * @param frame for viewers; empty when they have it, and when nobody follows
     * @param rows ids of rows that are new, other or gone
     */
    record Advance(Optional<Frame> frame, Set<String> rows) {}

    /**
     * A board that was not sent yet.
     *
     * @param nanos a clock that nobody sets, such as {@link System#nanoTime}
     */
    PublishedBoard(BoardName name, Aliases aliases, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
        this.board = new RunningBoard(name.audience(), aliases);
    }

    BoardName name() {
        return name;
    }

    RunningBoard board() {
        return board;
    }

    long seq() {
        return seq;
    }

    String epoch() {
        return String.valueOf(epoch);
    }

    /** Somebody follows the board: has read its snapshot, or says so again. */
    void followed() {
        followedNanos = nanos.getAsLong();
    }

    private boolean isFollowed() {
        return nanos.getAsLong() - followedNanos < LEASE_NANOS;
    }

    boolean isPublished() {
        return epoch != null;
    }

    /** Brings the board up to that scene. A new epoch looks at everything and begins with a snapshot. */
    Advance advance(Scene scene, Touched touched, Epoch nextEpoch, long nextSeq, long nowMicros) {
        if (!nextEpoch.equals(epoch)) {
            followed();
            Set<String> rows = board.advance(scene, Touched.EVERYTHING).rows();
            take(nextSeq, nowMicros);
            epoch = nextEpoch;
            return new Advance(snapshot(), rows);
        }
        RunningBoard.Step step = board.advance(scene, touched);
        long prev = seq;
        step.members().ifPresent(ignored -> take(nextSeq, nowMicros));
        Optional<Frame> frame = step.members()
                .filter(ignored -> isFollowed())
                .map(changes -> Frame.of(envelope(nextEpoch, "delta", prev, nextSeq, nowMicros, changes)));
        return new Advance(frame, step.rows());
    }

    /** The whole board; empty before the first {@link #advance}. Encoded when someone asks for it. */
    Optional<Frame> snapshot() {
        Epoch known = epoch;
        if (snapshot == null && known != null) {
            snapshot = Frame.of(envelope(
                    known, "snapshot", 0, seq, atMicros, board.content().all()));
        }
        return Optional.ofNullable(snapshot);
    }

    private void take(long nextSeq, long nowMicros) {
        seq = nextSeq;
        atMicros = nowMicros;
        snapshot = null;
    }

    private Doc.Obj envelope(
            Epoch frameEpoch, String kind, long prev, long frameSeq, long nowMicros, Map<String, Doc> members) {
        var fields = new LinkedHashMap<>(members);
        fields.put("board", new Doc.Text(name.toString()));
        fields.put("epoch", new Doc.Text(frameEpoch.toString()));
        fields.put("kind", new Doc.Text(kind));
        fields.put("prev", new Doc.Int(prev));
        fields.put("seq", new Doc.Int(frameSeq));
        fields.put("at", new Doc.Int(nowMicros));
        return new Doc.Obj(fields);
    }
}
