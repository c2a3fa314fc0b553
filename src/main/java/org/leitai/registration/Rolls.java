package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Problem;
import org.leitai.registration.domain.RollCommand;

/** Commands and questions to rolls. Safe on any thread. */
final class Rolls {
    private static final Doc.Obj NOTHING = Doc.obj().build();

    private final Gateway gateway;

    Rolls(Gateway gateway) {
        this.gateway = gateway;
    }

    Future<Outcome> submit(StreamId roll, RollCommand command, Act act) {
        return gateway.submit(StreamKind.ROLL, roll, command, act);
    }

    /** Fails with a 409 when the roll refuses. */
    Future<Outcome.Committed> done(StreamId roll, RollCommand command, Act act) {
        return submit(roll, command, act).map(Problem::committed);
    }

    Future<List<Doc.Obj>> units(StreamId roll) {
        return ask(roll, RollViews.UNITS, NOTHING).map(answer -> answer.objects("units"));
    }

    /** The entry; fails with a 404 when it is not on the roll. */
    Future<Doc.Obj> entry(StreamId roll, UUID entry) {
        return ask(roll, RollViews.ENTRY, Doc.obj().put("entry", entry).build()).map(found -> {
            if (found.get("id") == null) {
                throw Problem.notFound("entry " + entry);
            }
            return found;
        });
    }

    /** One page; see {@link RollViews#PAGE}. */
    Future<Doc.Obj> page(StreamId roll, String discipline, String status, long offset) {
        return ask(
                roll,
                RollViews.ENTRIES,
                Doc.obj()
                        .put("discipline", discipline)
                        .put("state", status)
                        .put("offset", offset)
                        .build());
    }

    /** All entries of a discipline with that status, page by page. */
    Future<List<Doc.Obj>> entries(StreamId roll, String discipline, String status) {
        return entries(roll, discipline, status, new ArrayList<>());
    }

    private Future<List<Doc.Obj>> entries(StreamId roll, String discipline, String status, List<Doc.Obj> found) {
        return page(roll, discipline, status, found.size()).compose(page -> {
            List<Doc.Obj> more = page.objects("entries");
            found.addAll(more);
            return more.isEmpty() || found.size() >= page.integer("total")
                    ? Future.succeededFuture(found)
                    : entries(roll, discipline, status, found);
        });
    }

    /** Those of these entries that are on the roll; at most {@link RollViews#PAGE} may be asked for. */
    Future<List<Doc.Obj>> entries(StreamId roll, List<UUID> ids) {
        Doc.Obj question = Doc.obj()
                .put("ids", Doc.texts(ids.stream().map(UUID::toString).toList()))
                .build();
        return ask(roll, RollViews.ENTRIES, question).map(page -> page.objects("entries"));
    }

    /** Those of these people that the roll does not know. */
    Future<List<UUID>> strangers(StreamId roll, List<UUID> people) {
        Doc.Obj question = Doc.obj()
                .put("people", Doc.texts(people.stream().map(UUID::toString).toList()))
                .build();
        return ask(roll, RollViews.STRANGERS, question)
                .map(answer ->
                        answer.texts("people").stream().map(UUID::fromString).toList());
    }

    /** {@code {seed, order}}, or an empty object before the draw. */
    Future<Doc.Obj> draw(StreamId roll, StreamId discipline) {
        return ask(
                roll,
                RollViews.DRAW,
                Doc.obj().put("discipline", discipline.value()).build());
    }

    /** {@code {entry}} of a person on the roll, or an empty object. */
    Future<Doc.Obj> holder(StreamId roll, UUID person) {
        return ask(roll, RollViews.HOLDER, Doc.obj().put("person", person).build());
    }

    private Future<Doc.Obj> ask(StreamId roll, String view, Doc.Obj question) {
        return gateway.ask(StreamKind.ROLL, roll, view, question);
    }
}
