package org.leitai.board;

import java.util.List;
import java.util.Optional;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.live.Frame;

/**
 * Asks a discipline's keeper for the snapshot of one audience: {@code {audience}} → {@code {contest?, frame?}}; no frame while its
 * names are still being read. With a {@code row} it answers why that row has what it shows instead of the frame:
 * {@code {contest?, why?}}. Who asks with {@code following} has the frame and wants the ones that come: {@code {contest?}}.
 *
 * @param <S> the keeper's state, which is not looked at: only an audience's board answers
 */
final class BoardView<S> implements KeeperKind.View<S> {
    static final String NAME = "board-frame";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Doc.Obj answer(S state, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
        Audience audience = Audience.ofCode(question.text("audience")).orElse(Audience.PUBLIC);
        Doc.Builder answer = Doc.obj();
        for (Fold<?, ?> fold : folds) {
            if (fold instanceof BoardFold board) {
                contest(board).ifPresent(contest -> answer.put("contest", contest));
                String row = question.textOrNull("row");
                if (question.bool("following", false)) {
                    board.followed(audience);
                } else if (row == null) {
                    board.followed(audience);
                    board.snapshot(audience).map(Frame::body).ifPresent(frame -> answer.put("frame", frame));
                } else {
                    board.why(audience, row).ifPresent(why -> answer.put("why", why));
                }
            }
        }
        return answer.build();
    }

    private static Optional<String> contest(BoardFold board) {
        return Optional.ofNullable(board.state().head())
                .map(head -> head.contest().toString());
    }
}
