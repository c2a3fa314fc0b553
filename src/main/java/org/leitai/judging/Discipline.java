package org.leitai.judging;

import io.vertx.core.Future;
import java.util.Set;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** How routes speak with a discipline's keeper. Safe on any thread. */
public final class Discipline {
    private static final Set<String> NOT_FOUND =
            Set.of("discipline-unknown", "stream-unknown", "unknown-stage", "unknown-claim", "unknown-form");

    private final Gateway gateway;

    public Discipline(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The answer of a view; fails with 404 when the discipline was never opened. */
    public Future<Doc.Obj> ask(StreamId discipline, String view, Doc.Obj question) {
        return gateway.ask(StreamKind.DISCIPLINE, discipline, view, question);
    }

    /** The contest a discipline belongs to: permissions are scoped by it. */
    public Future<StreamId> contest(StreamId discipline) {
        return ask(discipline, Views.DISCIPLINE, Doc.obj().build()).map(found -> contest(discipline, found));
    }

    /** The contest named in a view's answer. */
    public static StreamId contest(StreamId discipline, Doc.Obj answer) {
        if (answer.get("contest") == null) {
            throw Problem.notFound("discipline " + discipline);
        }
        return new StreamId(answer.uuid("contest"));
    }

    public Future<Outcome> submit(StreamId discipline, DisciplineCommand command, Act act) {
        return gateway.submit(StreamKind.DISCIPLINE, discipline, command, act);
    }

    /** Submits under the request's key; a refusal becomes a problem. */
    public Future<Outcome.Committed> submit(Call call, StreamId discipline, DisciplineCommand command) {
        return submit(discipline, command, call.act()).map(Discipline::committed);
    }

    /** The committed outcome, or the refusal as a problem: 404 for what does not exist, else 409. */
    public static Outcome.Committed committed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> committed;
            case Outcome.Refused refused ->
                throw NOT_FOUND.contains(refused.refusal().code())
                        ? Problem.of(404, refused.refusal())
                        : Problem.refused(refused.refusal());
        };
    }

    public static Reply done(Outcome.Committed committed) {
        return Reply.ok(Doc.obj()
                .put("seq", committed.seq())
                .put("recordedMicros", committed.recordedMicros())
                .build());
    }
}
