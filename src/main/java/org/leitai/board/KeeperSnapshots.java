package org.leitai.board;

import io.vertx.core.Future;
import java.util.Optional;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.live.Frame;
import org.leitai.platform.live.SnapshotSource;

/** Reads boards from the keepers of their disciplines, wherever those live. */
final class KeeperSnapshots implements SnapshotSource {
    private static final int RETRY_SECONDS = 1;

    private final Gateway gateway;

    KeeperSnapshots(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Future<Optional<Frame>> snapshot(String board) {
        return BoardName.parse(board)
                .map(name -> ask(name.discipline(), name.audience())
                        .compose(answer -> answer.get("frame") == null
                                ? Future.failedFuture(new UnavailableException(board + " is not ready", RETRY_SECONDS))
                                : Future.succeededFuture(Optional.of(Frame.of(answer.obj("frame")))))
                        .recover(KeeperSnapshots::unknownIsEmpty))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    /** The contest a discipline belongs to; fails when there is no such discipline. */
    Future<StreamId> contestOf(StreamId discipline) {
        return ask(discipline, Audience.PUBLIC)
                .compose(answer -> answer.get("contest") == null
                        ? Future.failedFuture(new UnknownStreamException(discipline))
                        : Future.succeededFuture(StreamId.parse(answer.text("contest"))));
    }

    private Future<Doc.Obj> ask(StreamId discipline, Audience audience) {
        Doc.Obj question = Doc.obj().put("audience", audience.code()).build();
        return gateway.ask(StreamKind.DISCIPLINE, discipline, BoardView.NAME, question);
    }

    private static Future<Optional<Frame>> unknownIsEmpty(Throwable failure) {
        return failure instanceof UnknownStreamException
                ? Future.succeededFuture(Optional.empty())
                : Future.failedFuture(failure);
    }
}
