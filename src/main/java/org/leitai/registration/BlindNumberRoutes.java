package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
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

/** Blind numbers of sealed stages: given and read by the encryption officer alone. */
final class BlindNumberRoutes {
    private final ContestReads contests;
    private final Rolls rolls;
    private final Gateway gateway;
    private final SealedDraws draws;
    private final EntryAnswers answers;

    BlindNumberRoutes(ContestReads contests, Rolls rolls, Gateway gateway, SealedDraws draws, EntryAnswers answers) {
        this.contests = contests;
        this.rolls = rolls;
        this.gateway = gateway;
        this.draws = draws;
        this.answers = answers;
    }

    void bind(Operations operations) {
        operations.on("giveBlindNumbers", this::give).on("getBlindNumbers", this::get);
    }

    private Future<Reply> give(Call call) {
        String stage = call.path("stageId");
        Doc.Obj body = call.body();
        Act act = call.act();
        return contests.discipline(call.stream("disciplineId")).compose(home -> {
            RegistrationAccess.encrypt(call.principal(), home);
            return rolls.entries(home.roll(), home.id().toString(), "approved")
                    .map(entries -> draw(home, stage, entries, body))
                    .compose(draw -> seal(draw, act));
        });
    }

    private static SealedDraws.Draw draw(Home home, String stage, List<Doc.Obj> entries, Doc.Obj body) {
        Set<UUID> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.uuid("id")));
        if (ids.isEmpty()) {
            throw EntryReading.invalid("no-entries", "this discipline has no approved entries");
        }
        byte[] seed = InstallationKey.random(BlindNumbers.SEED_BYTES);
        Map<UUID, String> numbers = switch (body.text("mode")) {
            case "sealed" -> BlindNumbers.draw(seed, ids);
            case "typed" -> typed(body.objects("numbers"), ids);
            default -> throw EntryReading.invalid("mode-unknown", "mode must be sealed or typed");
        };
        return new SealedDraws.Draw(
                home.id(),
                stage,
                BlindNumbers.commitment(seed, numbers),
                HexFormat.of().formatHex(seed),
                numbers);
    }

    /** Drawn by hand: every approved entry has exactly one number, no number is there twice. */
    private static Map<UUID, String> typed(List<Doc.Obj> links, Set<UUID> entries) {
        Map<UUID, String> numbers = new LinkedHashMap<>();
        links.stream()
                .sorted(Comparator.comparing(link -> link.text("number")))
                .forEach(link -> numbers.put(link.uuid("entry"), link.text("number")));
        if (links.size() != entries.size()
                || !numbers.keySet().equals(entries)
                || new HashSet<>(numbers.values()).size() != links.size()) {
            throw EntryReading.invalid(
                    "numbers-incomplete",
                    "each of the " + entries.size() + " approved entries needs one number of its own");
        }
        return numbers;
    }

    /** Kept first: the ledger must never hold a commitment whose draw nobody has. */
    private Future<Reply> seal(SealedDraws.Draw draw, Act act) {
        List<String> numbers = draw.numbers().values().stream().sorted().toList();
        var command = new SealNumbers(draw.stage(), numbers, draw.commitment());
        return draws.keep(draw, act.actor())
                .compose(kept -> gateway.submit(StreamKind.DISCIPLINE, draw.discipline(), command, act))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Committed ignored -> Future.succeededFuture(sealed(draw));
                    case Outcome.Refused refused ->
                        draws.drop(draw).compose(dropped -> Future.failedFuture(Problem.refused(refused.refusal())));
                });
    }

    private static Reply sealed(SealedDraws.Draw draw) {
        return Reply.created(Doc.obj()
                .put("commitment", draw.commitment())
                .put("count", draw.numbers().size())
                .build());
    }

    private Future<Reply> get(Call call) {
        String stage = call.path("stageId");
        return contests.discipline(call.stream("disciplineId")).compose(home -> {
            RegistrationAccess.encrypt(call.principal(), home);
            return draws.newest(home.id(), stage)
                    .compose(draw -> draw == null
                            ? Future.failedFuture(Problem.notFound("a draw of stage " + stage))
                            : table(home, draw));
        });
    }

    private Future<Reply> table(Home home, SealedDraws.Draw draw) {
        return rolls.entries(home.roll(), home.id().toString(), "")
                .compose(answers::named)
                .map(entries -> {
                    List<Doc.Obj> rows = new ArrayList<>();
                    for (Doc.Obj entry : entries) {
                        String number = draw.numbers().get(entry.uuid("id"));
                        if (number != null) {
                            rows.add(row(number, entry));
                        }
                    }
                    rows.sort(Comparator.comparing(row -> row.text("number")));
                    return Reply.ok(Doc.obj()
                            .put("commitment", draw.commitment())
                            .put("numbers", rows)
                            .build());
                });
    }

    private static Doc.Obj row(String number, Doc.Obj entry) {
        return Doc.obj()
                .put("number", number)
                .put("entry", entry.uuid("id"))
                .put("entryNumber", entry.text("number"))
                .put("name", entry.text("name"))
                .put("unit", entry.text("unit"))
                .build();
    }
}
