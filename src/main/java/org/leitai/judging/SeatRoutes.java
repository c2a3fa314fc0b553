package org.leitai.judging;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineCommand.AddSeat;
import org.leitai.judging.domain.DisciplineCommand.FillSeat;
import org.leitai.judging.domain.DisciplineCommand.VacateSeat;
import org.leitai.judging.domain.FormRef;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** Seats and who fills them. */
final class SeatRoutes {
    private final Discipline disciplines;
    private final Faces faces;

    SeatRoutes(Discipline disciplines, Faces faces) {
        this.disciplines = disciplines;
        this.faces = faces;
    }

    void bind(Operations operations) {
        operations
                .on("listSeats", this::list)
                .on("addSeat", this::add)
                .on("fillSeat", this::fill)
                .on("vacateSeat", this::vacate);
    }

    private Future<Reply> list(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines
                .ask(discipline, Views.SEATS, Doc.obj().build())
                .compose(answer -> {
                    JudgingAccess.maySeeProgress(call.principal(), Discipline.contest(discipline, answer), discipline);
                    return named(answer.objects("seats"));
                })
                .map(seats -> Reply.ok(Doc.obj().put("seats", seats).build()));
    }

    private Future<List<Doc.Obj>> named(List<Doc.Obj> seats) {
        List<UUID> people = seats.stream()
                .filter(seat -> seat.get("person") != null)
                .map(seat -> seat.uuid("person"))
                .toList();
        return faces.people(people)
                .map(names -> seats.stream().map(seat -> named(seat, names)).toList());
    }

    private static Doc.Obj named(Doc.Obj seat, Map<UUID, String> names) {
        String person = seat.get("person") == null ? null : names.getOrDefault(seat.uuid("person"), "");
        return Doc.obj()
                .put("id", seat.uuid("id"))
                .put("label", seat.text("label"))
                .put("role", seat.text("role"))
                .put("forms", seat.list("forms"))
                .put("person", person)
                .build();
    }

    private Future<Reply> add(Call call) {
        StreamId discipline = call.stream("disciplineId");
        Doc.Obj body = call.body();
        Act act = call.act();
        UUID seat = UUID.nameUUIDFromBytes(("seat " + act.key()).getBytes(StandardCharsets.UTF_8));
        var command = new AddSeat(seat, body.text("label").strip(), Role.ofCode(body.text("role")), forms(body));
        return mayKeep(call, discipline)
                .compose(allowed -> disciplines.submit(discipline, command, act))
                .map(Discipline::committed)
                .map(done -> Reply.created(Doc.obj().put("id", seat).build()));
    }

    private static List<FormRef> forms(Doc.Obj body) {
        return body.objects("forms").stream()
                .map(form -> new FormRef(form.text("stage"), form.text("form")))
                .toList();
    }

    private Future<Reply> fill(Call call) {
        StreamId discipline = call.stream("disciplineId");
        UUID seat = call.uuid("seatId");
        Doc.Obj body = call.body();
        String name = body.text("name").strip();
        if (name.isEmpty()) {
            throw Problem.badRequest("name-missing", "a seat is filled by a person with a name");
        }
        UUID unit = body.get("unit") == null ? Act.NOBODY : body.uuid("unit");
        return disciplines
                .contest(discipline)
                .compose(contest -> {
                    JudgingAccess.maySeat(call.principal(), contest, discipline);
                    return faces.keep(contest, name);
                })
                .compose(person -> disciplines.submit(
                        call, discipline, new FillSeat(seat, person, unit, body.text("delegation", ""))))
                .map(Discipline::done);
    }

    private Future<Reply> vacate(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return mayKeep(call, discipline)
                .compose(allowed -> disciplines.submit(call, discipline, new VacateSeat(call.uuid("seatId"))))
                .map(Discipline::done);
    }

    private Future<Boolean> mayKeep(Call call, StreamId discipline) {
        return disciplines.contest(discipline).map(contest -> {
            JudgingAccess.maySeat(call.principal(), contest, discipline);
            return true;
        });
    }
}
