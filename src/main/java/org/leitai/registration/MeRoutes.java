package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Principal;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** What contestants see of their own registration. */
final class MeRoutes {
    private final ContestReads contests;
    private final Rolls rolls;
    private final EntryAnswers answers;
    private final Delegations delegations;

    MeRoutes(ContestReads contests, Rolls rolls, EntryAnswers answers, Delegations delegations) {
        this.contests = contests;
        this.rolls = rolls;
        this.answers = answers;
        this.delegations = delegations;
    }

    void bind(Operations operations) {
        operations.on("getMyRegistration", this::get);
    }

    private Future<Reply> get(Call call) {
        Principal.Contestant me = RegistrationAccess.contestant(call.principal());
        return contests.discipline(me.discipline())
                .compose(home -> rolls.entry(home.roll(), me.entry())
                        .compose(answers::named)
                        .compose(entry -> rolls.draw(home.roll(), home.id())
                                .map(draw -> Reply.ok(answer(home, entry, place(draw, me.entry()), draw)))));
    }

    private Doc.Obj answer(Home home, Doc.Obj entry, int place, Doc.Obj draw) {
        Delegations.Delegation area = delegations.find(entry.text("delegation"));
        return Doc.obj()
                .put("contest", home.contest().obj("title"))
                .put("firstDay", home.contest().text("firstDay"))
                .put("lastDay", home.contest().text("lastDay"))
                .put("venue", home.contest().text("venue"))
                .put("discipline", home.discipline().obj("title"))
                .put("disciplineId", home.id().value())
                .put("entry", entry)
                .put("division", division(home, entry.text("division")))
                .put("delegation", area == null ? null : area.doc().obj("title"))
                .put("place", place == 0 ? null : new Doc.Int(place))
                .put("of", place == 0 ? null : new Doc.Int(draw.list("order").size()))
                .put("seed", place == 0 ? null : draw.get("seed"))
                .build();
    }

    /** The division's title; null where the discipline has none. */
    private static @Nullable Doc division(Home home, String id) {
        return home.discipline().objects("divisions").stream()
                .filter(division -> division.text("id").equals(id))
                .findFirst()
                .map(division -> division.get("title"))
                .orElse(null);
    }

    private static int place(Doc.Obj draw, UUID entry) {
        List<String> order = draw.texts("order");
        return order.indexOf(entry.toString()) + 1;
    }
}
