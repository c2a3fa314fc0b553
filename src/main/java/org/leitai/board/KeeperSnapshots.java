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

/** Reads boards from the keepers of their disciplines, wherever those live; towards the public a contest's draft has none. */
final class KeeperSnapshots implements SnapshotSource {
    private static final int RETRY_SECONDS = 1;

    private final Gateway gateway;
    private final PublicDoor door;

    KeeperSnapshots(Gateway gateway, PublicDoor door) {
        this.gateway = gateway;
        this.door = door;
    }

    @Override
    public Future<Optional<Frame>> snapshot(String board) {
        return BoardName.parse(board)
                .map(name -> ask(name.discipline(), name.audience())
                        .compose(answer -> answer.get("frame") == null
                                ? Future.failedFuture(new UnavailableException(board + " is not ready", RETRY_SECONDS))
                                : mayKnow(name, answer)
                                        .map(known -> known
                                                ? Optional.of(Frame.of(answer.obj("frame")))
                                                : Optional.<Frame>empty()))
                        .recover(KeeperSnapshots::unknownIsEmpty))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    @Override
    public Future<Void> follow(String board) {
        return BoardName.parse(board)
                .map(name -> {
                    Doc.Obj question = Doc.obj()
                            .put("audience", name.audience().code())
                            .put("following", true)
                            .build();
                    return ask(name.discipline(), question).<Void>mapEmpty();
                })
                .orElse(Future.succeededFuture());
    }

    private Future<Boolean> mayKnow(BoardName name, Doc.Obj answer) {
        return switch (name.audience()) {
            case STAFF -> Future.succeededFuture(true);
            case PUBLIC -> door.isOpen(name.discipline(), StreamId.parse(answer.text("contest")));
        };
    }

    /** Whether the public may know of a discipline; fails when there is none. */
    Future<Boolean> isPublic(StreamId discipline) {
        return door.isKnownOpen(discipline)
                ? Future.succeededFuture(true)
                : contestOf(discipline).compose(contest -> door.isOpen(discipline, contest));
    }

    /** Why a row has what it shows to that audience; empty when it shows nothing. */
    Future<Optional<Doc.Obj>> why(BoardName board, String row) {
        Doc.Obj question = Doc.obj()
                .put("audience", board.audience().code())
                .put("row", row)
                .build();
        return ask(board.discipline(), question)
                .map(answer -> answer.get("why") == null ? Optional.empty() : Optional.of(answer.obj("why")));
    }

    /** The contest a discipline belongs to; fails when there is no such discipline. */
    Future<StreamId> contestOf(StreamId discipline) {
        return ask(discipline, Audience.PUBLIC)
                .compose(answer -> answer.get("contest") == null
                        ? Future.failedFuture(new UnknownStreamException(discipline))
                        : Future.succeededFuture(StreamId.parse(answer.text("contest"))));
    }

    private Future<Doc.Obj> ask(StreamId discipline, Audience audience) {
        return ask(discipline, Doc.obj().put("audience", audience.code()).build());
    }

    private Future<Doc.Obj> ask(StreamId discipline, Doc.Obj question) {
        return gateway.ask(StreamKind.DISCIPLINE, discipline, BoardView.NAME, question);
    }

    private static Future<Optional<Frame>> unknownIsEmpty(Throwable failure) {
        return failure instanceof UnknownStreamException
                ? Future.succeededFuture(Optional.empty())
                : Future.failedFuture(failure);
    }
}
