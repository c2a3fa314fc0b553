package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;
import org.leitai.registration.domain.Plain;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.Unit;

/** Units and delegations. */
final class UnitRoutes {
    private final ContestReads contests;
    private final Rolls rolls;
    private final Delegations delegations;

    UnitRoutes(ContestReads contests, Rolls rolls, Delegations delegations) {
        this.contests = contests;
        this.rolls = rolls;
        this.delegations = delegations;
    }

    void bind(Operations operations) {
        operations
                .on("listDelegations", this::listDelegations)
                .on("listUnits", this::list)
                .on("addUnit", this::add);
    }

    private Future<Reply> listDelegations(Call call) {
        List<Doc.Obj> all = delegations.inOfficialOrder().stream()
                .map(Delegations.Delegation::doc)
                .toList();
        return Future.succeededFuture(Reply.ok(Doc.obj().put("delegations", all).build()));
    }

    private Future<Reply> list(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.readRoll(call.principal(), contest);
        return contests.contest(contest)
                .compose(found -> rolls.units(new StreamId(found.uuid("roll"))))
                .map(units -> Reply.ok(Doc.obj()
                        .put("units", units.stream().map(UnitRoutes::answer).toList())
                        .build()));
    }

    private static Doc.Obj answer(Doc.Obj unit) {
        return Doc.obj()
                .put("id", unit.uuid("id"))
                .put("name", unit.text("name"))
                .put("short", unit.text("shortName"))
                .put("delegation", unit.text("delegation"))
                .build();
    }

    private Future<Reply> add(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        Act act = call.act();
        Unit unit = read(call.body(), act);
        return contests.contest(contest)
                .compose(found -> rolls.done(new StreamId(found.uuid("roll")), new RegisterUnits(List.of(unit)), act))
                .map(done -> Reply.created(Doc.obj().put("id", unit.id()).build()));
    }

    private Unit read(Doc.Obj body, Act act) {
        String name = Plain.of(body.text("name"));
        Delegations.Delegation delegation = delegations.find(body.text("delegation"));
        if (delegation == null) {
            throw EntryReading.invalid(
                    "delegation-unknown", "delegation '" + body.text("delegation") + "' is not in the list");
        }
        String shortName = Plain.of(body.text("short", EntryReading.shorten(name)));
        return new Unit(act.step("unit").key(), name, shortName, delegation.code());
    }
}
