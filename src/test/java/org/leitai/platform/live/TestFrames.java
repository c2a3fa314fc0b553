package org.leitai.platform.live;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.doc.Doc;

/** Small frames with one number that changes. */
final class TestFrames {
    static final UUID LEDGER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final Epoch FIRST_TERM = new Epoch(LEDGER, 1, "0");

    private TestFrames() {}

    static Frame snapshot(String board, Epoch epoch, long seq, Doc.Obj... rows) {
        return frame(board, epoch, seq, 0, "snapshot").of(rows);
    }

    static Frame delta(String board, Epoch epoch, long prev, long seq, Doc.Obj... rows) {
        return frame(board, epoch, seq, prev, "delta").of(rows);
    }

    static Frame delta(long prev, long seq, Doc.Obj... rows) {
        return delta("b/public", FIRST_TERM, prev, seq, rows);
    }

    static Frame snapshot(long seq, Doc.Obj... rows) {
        return snapshot("b/public", FIRST_TERM, seq, rows);
    }

    static Doc.Obj row(String id, String total) {
        return Doc.obj().put("id", id).put("total", total).build();
    }

    private static Unfinished frame(String board, Epoch epoch, long seq, long prev, String kind) {
        return rows -> Frame.of(Doc.obj()
                .put("board", board)
                .put("epoch", epoch.toString())
                .put("seq", seq)
                .put("prev", prev)
                .put("kind", kind)
                .put("head", Doc.obj().put("state", "running").build())
                .put("rows", List.of(rows))
                .build());
    }

    private interface Unfinished {
        Frame of(Doc.Obj... rows);
    }
}
