package org.leitai.contest;

import io.vertx.core.Future;
import java.util.List;
import org.leitai.contest.domain.ContestCommand.AddDiscipline;
import org.leitai.contest.domain.Division;
import org.leitai.contest.domain.Title;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.ledger.Streams;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;

/** Disciplines of a contest: each gets its own stream with the text of its rulebook. */
final class DisciplineRoutes {
    private final Gateway gateway;
    private final Streams streams;
    private final ContestReads contests;
    private final RulebookLibrary library;

    DisciplineRoutes(Gateway gateway, Streams streams, ContestReads contests, RulebookLibrary library) {
        this.gateway = gateway;
        this.streams = streams;
        this.contests = contests;
        this.library = library;
    }

    void bind(Operations operations) {
        operations.on("listDisciplines", this::list).on("addDiscipline", this::add);
    }

    private Future<Reply> list(Call call) {
        StreamId id = call.stream("contestId");
        return contests.contest(id).map(contest -> {
            if (!contest.bool("published") && !ContestAccess.seesDrafts(call.principal(), id)) {
                throw Problem.notFound("contest " + id);
            }
            return Reply.ok(
                    Doc.obj().put("disciplines", contest.objects("disciplines")).build());
        });
    }

    /** The discipline's stream first: a contest never lists a discipline that does not exist. */
    private Future<Reply> add(Call call) {
        StreamId contest = call.stream("contestId");
        ContestAccess.organise(call.principal(), contest);
        Act act = call.act();
        StreamId discipline = new StreamId(act.step("discipline").key());
        Doc.Obj body = call.body();
        RulebookLibrary.Item item = rulebook(body);
        Title title = new Title(body.text("titleZh"), body.text("titleEn", ""));
        AddDiscipline add = new AddDiscipline(
                discipline, body.text("code"), title, item.rulebook().hash(), divisions(item.rulebook()));
        OpenDiscipline open =
                new OpenDiscipline(contest, add.code(), title.zh(), title.en(), item.yaml(), add.rulebookHash());
        return contests.contest(contest)
                .compose(found -> streams.open(discipline, StreamKind.DISCIPLINE, contest))
                .compose(opened -> gateway.submit(StreamKind.DISCIPLINE, discipline, open, act))
                .map(Problem::committed)
                .compose(opened -> gateway.submit(StreamKind.CONTEST, contest, add, act))
                .map(Problem::committed)
                .map(added -> Reply.created(ContestRoutes.reference(discipline.value())));
    }

    private RulebookLibrary.Item rulebook(Doc.Obj body) {
        String own = body.textOrNull("rulebookYaml");
        if (own != null) {
            return switch (RulebookReader.read(own)) {
                case RulebookReader.Result.Read read -> new RulebookLibrary.Item(read.rulebook(), own);
                case RulebookReader.Result.Failed failed -> throw invalid(failed);
            };
        }
        String id = body.text("rulebook", "");
        RulebookLibrary.Item item = library.find(id);
        if (item == null) {
            throw Problem.of(
                    422,
                    Refusal.of("rulebook-unknown", "the library has no rulebook '" + id + "'; or send rulebookYaml"));
        }
        return item;
    }

    private static Problem invalid(RulebookReader.Result.Failed failed) {
        var first = failed.problems().getFirst();
        return Problem.of(
                422,
                Refusal.of("rulebook-invalid", first.message().en())
                        .with("line", Integer.toString(first.line()))
                        .with("path", first.path())
                        .with("problem", first.code())
                        .with("count", Integer.toString(failed.problems().size())));
    }

    private static List<Division> divisions(Rulebook rulebook) {
        return rulebook.divisions().stream()
                .map(division -> new Division(
                        division.id(),
                        new Title(division.title().zh(), division.title().en())))
                .toList();
    }
}
