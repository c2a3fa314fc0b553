package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.Link;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.registration.domain.BlindNumbers;
import org.leitai.registration.domain.DrawOrder;
import org.leitai.registration.domain.RollCommand.HoldDraw;

/** The order of appearance: a public draw that anybody can repeat. Its places are the numbers of stages that are not sealed. */
final class DrawRoutes {
    private static final int SEED_BYTES = 16;

    private final ContestReads contests;
    private final Rolls rolls;
    private final Gateway gateway;
    private final EntryAnswers answers;

    DrawRoutes(ContestReads contests, Rolls rolls, Gateway gateway, EntryAnswers answers) {
        this.contests = contests;
        this.rolls = rolls;
        this.gateway = gateway;
        this.answers = answers;
    }

    void bind(Operations operations) {
        operations.on("drawOrder", this::draw).on("getDrawOrder", this::get);
    }

    private Future<Reply> draw(Call call) {
        String seed = call.body().text("seed", HexFormat.of().formatHex(InstallationKey.random(SEED_BYTES)));
        Act act = call.act();
        return contests.discipline(call.stream("disciplineId")).compose(home -> {
            RegistrationAccess.draw(call.principal(), home);
            return rolls.done(home.roll(), new HoldDraw(home.id(), seed), act)
                    .compose(held -> rolls.draw(home.roll(), home.id()))
                    .compose(drawn -> assign(home, drawn, act).compose(done -> answer(home, drawn)));
        });
    }

    private Future<Reply> get(Call call) {
        return contests.discipline(call.stream("disciplineId")).compose(home -> {
            RegistrationAccess.readOrder(call.principal(), home);
            return rolls.draw(home.roll(), home.id()).compose(drawn -> answer(home, drawn));
        });
    }

    /** A discipline whose every stage is sealed has an order all the same, but no open numbers. */
    private Future<Void> assign(Home home, Doc.Obj drawn, Act act) {
        List<Link> links = new ArrayList<>();
        BlindNumbers.number(order(drawn)).forEach((entry, number) -> links.add(new Link(number, entry)));
        return gateway.submit(StreamKind.DISCIPLINE, home.id(), new AssignNumbers("*", links), act)
                .map(outcome -> {
                    boolean sealed = outcome instanceof Outcome.Refused refused
                            && refused.refusal().code().equals("stage-sealed");
                    if (!sealed) {
                        Problem.committed(outcome);
                    }
                    return null;
                });
    }

    private Future<Reply> answer(Home home, Doc.Obj drawn) {
        if (drawn.get("seed") == null) {
            return Future.succeededFuture(
                    Reply.ok(Doc.obj().put("order", List.of()).build()));
        }
        return rolls.entries(home.roll(), home.id().toString(), "")
                .compose(answers::named)
                .map(entries -> {
                    Map<UUID, Doc.Obj> byId = new java.util.HashMap<>();
                    entries.forEach(entry -> byId.put(entry.uuid("id"), entry));
                    return Reply.ok(Doc.obj()
                            .put("seed", drawn.text("seed"))
                            .put("method", DrawOrder.METHOD)
                            .put("order", places(order(drawn), byId))
                            .build());
                });
    }

    private static List<Doc.Obj> places(List<UUID> order, Map<UUID, Doc.Obj> entries) {
        List<Doc.Obj> places = new ArrayList<>();
        BlindNumbers.number(order).forEach((entry, number) -> {
            Doc.Obj found = entries.getOrDefault(entry, Doc.obj().build());
            places.add(Doc.obj()
                    .put("entry", entry)
                    .put("position", places.size() + 1)
                    .put("place", number)
                    .put("number", found.text("number", ""))
                    .put("name", found.text("name", ""))
                    .put("unit", found.text("unitShort", ""))
                    .build());
        });
        return places;
    }

    private static List<UUID> order(Doc.Obj drawn) {
        return drawn.texts("order").stream().map(UUID::fromString).toList();
    }
}
