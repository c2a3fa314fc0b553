package org.leitai.board;

import java.util.Optional;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.live.Frame;

/** For standings that are folded to be looked at, not to be published. */
final class NobodyListens implements BoardFold.Listener {
    @Override
    public void loaded(BoardFold fold, Fold.Position position) {}

    @Override
    public void committed(BoardFold fold, Fold.Position position, boolean cue) {}

    @Override
    public void closed() {}

    @Override
    public void followed(Audience audience) {}

    @Override
    public Optional<Frame> snapshot(Audience audience) {
        return Optional.empty();
    }

    @Override
    public Optional<Doc.Obj> why(Audience audience, String rowId) {
        return Optional.empty();
    }
}
