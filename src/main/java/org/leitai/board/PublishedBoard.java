package org.leitai.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.Content;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.live.Frame;

/** What one audience was last sent, and the frames that follow from a new board. Keeper's thread only. */
final class PublishedBoard {
    private final BoardName name;
    private Board board = new Board(java.util.List.of(), Content.NOTHING);
    private @Nullable Epoch epoch;
    private long seq;
    private long atMicros;
    private @Nullable Frame snapshot;

    PublishedBoard(BoardName name) {
        this.name = name;
    }

    BoardName name() {
        return name;
    }

    Board board() {
        return board;
    }

    long seq() {
        return seq;
    }

    String epoch() {
        return String.valueOf(epoch);
    }

    boolean isPublished() {
        return epoch != null;
    }

    /** The frame that brings viewers to that board; empty when they have it. A new epoch begins with a snapshot. */
    Optional<Frame> advance(Board next, Epoch nextEpoch, long nextSeq, long nowMicros) {
        if (!nextEpoch.equals(epoch)) {
            take(next, nextSeq, nowMicros);
            epoch = nextEpoch;
            return snapshot();
        }
        Optional<Map<String, Doc>> changes = next.content().since(board.content());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Doc.Obj delta = envelope(nextEpoch, "delta", seq, nextSeq, nowMicros, changes.get());
        take(next, nextSeq, nowMicros);
        return Optional.of(Frame.of(delta));
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

    private void take(Board next, long nextSeq, long nowMicros) {
        board = next;
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
