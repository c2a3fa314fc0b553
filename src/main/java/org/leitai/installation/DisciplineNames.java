package org.leitai.installation;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.judging.Discipline;
import org.leitai.judging.view.Views;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;

/** By which words people know disciplines and seats, asked of the disciplines' keepers. */
final class DisciplineNames {
    private static final Doc.Obj NOTHING = Doc.obj().build();

    private final Discipline disciplines;

    DisciplineNames(Discipline disciplines) {
        this.disciplines = disciplines;
    }

    /** Fails with 404 when there is no such discipline. */
    Future<StreamId> contest(StreamId discipline) {
        return disciplines.contest(discipline);
    }

    /** Titles; a discipline whose keeper does not answer now is left out. */
    Future<Map<UUID, Doc.Obj>> titles(Collection<UUID> wanted) {
        Map<UUID, Doc.Obj> titles = new ConcurrentHashMap<>();
        return each(wanted, Views.DISCIPLINE, (discipline, answer) -> {
                    if (answer.get("title") instanceof Doc.Obj title) {
                        titles.put(discipline, title);
                    }
                })
                .map(titles);
    }

    /** Labels by seat. */
    Future<Map<UUID, String>> labels(Collection<UUID> wanted) {
        Map<UUID, String> labels = new ConcurrentHashMap<>();
        return each(wanted, Views.SEATS, (discipline, answer) -> {
                    if (answer.get("seats") != null) {
                        answer.objects("seats").forEach(seat -> labels.put(seat.uuid("id"), seat.text("label")));
                    }
                })
                .map(labels);
    }

    private Future<Void> each(Collection<UUID> wanted, String view, Heard heard) {
        List<Future<Doc.Obj>> asked = new ArrayList<>();
        for (UUID discipline : wanted) {
            asked.add(disciplines
                    .ask(new StreamId(discipline), view, NOTHING)
                    .onSuccess(answer -> heard.answer(discipline, answer)));
        }
        return Future.join(asked).<Void>mapEmpty().otherwiseEmpty();
    }

    @FunctionalInterface
    private interface Heard {
        void answer(UUID discipline, Doc.Obj answer);
    }
}
