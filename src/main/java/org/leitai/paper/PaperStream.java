package org.leitai.paper;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.paper.domain.PaperCommand;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.http.Problem;
import org.leitai.platform.ledger.Streams;

/** How routes speak with a paper's keeper. Safe on any thread. */
final class PaperStream {
    private final Gateway gateway;
    private final Streams streams;

    PaperStream(Gateway gateway, Streams streams) {
        this.gateway = gateway;
        this.streams = streams;
    }

    /** A discipline has one paper at most, whose stream follows from its id. */
    static StreamId of(StreamId discipline) {
        return new StreamId(UUID.nameUUIDFromBytes(("paper " + discipline).getBytes(StandardCharsets.UTF_8)));
    }

    Future<Void> open(StreamId discipline) {
        return streams.open(of(discipline), StreamKind.PAPER, discipline);
    }

    /** A refusal is a 409. */
    Future<Outcome.Committed> submit(StreamId discipline, PaperCommand command, Act act) {
        return gateway.submit(StreamKind.PAPER, of(discipline), command, act).map(Problem::committed);
    }

    /** The canonical rulebook of a discipline. */
    Future<String> rulebook(StreamId discipline) {
        return gateway.ask(
                        StreamKind.DISCIPLINE, discipline, "rulebook", Doc.obj().build())
                .map(found -> found.text("canonical"));
    }

    /** See {@link PaperKeeper.PaperView}; fails with a 404 when the discipline has no paper. */
    Future<Doc.Obj> view(StreamId discipline) {
        return gateway.ask(
                        StreamKind.PAPER,
                        of(discipline),
                        PaperKeeper.PaperView.NAME,
                        Doc.obj().build())
                .recover(failure ->
                        Future.failedFuture(failure instanceof UnknownStreamException ? unknown(discipline) : failure))
                .map(found -> {
                    if (found.get("chunks") == null) {
                        throw unknown(discipline);
                    }
                    return found;
                });
    }

    private static Problem unknown(StreamId discipline) {
        return Problem.notFound("a mass paper of discipline " + discipline);
    }
}
