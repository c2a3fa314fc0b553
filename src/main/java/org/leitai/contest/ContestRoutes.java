package org.leitai.contest;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.leitai.contest.domain.ContestCommand;
import org.leitai.contest.domain.ContestCommand.CloseRegistration;
import org.leitai.contest.domain.ContestCommand.CreateContest;
import org.leitai.contest.domain.ContestCommand.OpenRegistration;
import org.leitai.contest.domain.ContestCommand.PublishContest;
import org.leitai.contest.domain.Level;
import org.leitai.contest.domain.Title;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.ledger.Streams;
import org.leitai.registration.domain.RollCommand.OpenRoll;

/** Operations on whole contests. */
final class ContestRoutes {
    private final Gateway gateway;
    private final Streams streams;
    private final ContestReads contests;

    ContestRoutes(Gateway gateway, Streams streams, ContestReads contests) {
        this.gateway = gateway;
        this.streams = streams;
        this.contests = contests;
    }

    void bind(Operations operations) {
        operations
                .on("listContests", this::list)
                .on("createContest", this::create)
                .on("getContest", this::get)
                .on("publishContest", call -> act(call, new PublishContest()))
                .on("openRegistration", call -> act(call, new OpenRegistration()))
                .on("closeRegistration", call -> act(call, new CloseRegistration()));
    }

    private Future<Reply> list(Call call) {
        return contests.contests().map(all -> {
            List<Doc.Obj> visible =
                    all.stream().filter(contest -> visible(call, contest)).toList();
            return Reply.ok(Doc.obj().put("contests", visible).build());
        });
    }

    private Future<Reply> get(Call call) {
        StreamId id = call.stream("contestId");
        return contests.contest(id).map(contest -> {
            if (!visible(call, contest)) {
                throw Problem.notFound("contest " + id);
            }
            return Reply.ok(contest);
        });
    }

    private static boolean visible(Call call, Doc.Obj contest) {
        return contest.bool("published")
                || ContestAccess.seesDrafts(call.principal(), new StreamId(contest.uuid("id")));
    }

    /** The ids follow from the request's key, so that a repeated request finds what the first one made. */
    private Future<Reply> create(Call call) {
        ContestAccess.create(call.principal());
        Act act = call.act();
        StreamId contest = new StreamId(act.step("contest").key());
        StreamId roll = new StreamId(act.step("roll").key());
        CreateContest create = read(call.body(), roll);
        return streams.open(contest, StreamKind.CONTEST, null)
                .compose(opened -> streams.open(roll, StreamKind.ROLL, contest))
                .compose(opened -> gateway.submit(StreamKind.CONTEST, contest, create, act))
                .map(Problem::committed)
                .compose(created -> gateway.submit(StreamKind.ROLL, roll, new OpenRoll(contest), act))
                .map(Problem::committed)
                .map(opened -> Reply.created(reference(contest.value())));
    }

    private static CreateContest read(Doc.Obj body, StreamId roll) {
        Doc.Obj title = body.obj("title");
        Level level = Level.find(body.text("level"));
        if (level == null) {
            throw Problem.badRequest("level-unknown", "level must be county, city, province or nation");
        }
        return new CreateContest(
                new Title(title.text("zh"), title.text("en", "")),
                level,
                day(body, "firstDay"),
                day(body, "lastDay"),
                body.text("office", ""),
                body.text("venue", ""),
                roll);
    }

    private static LocalDate day(Doc.Obj body, String field) {
        try {
            return LocalDate.parse(body.text(field));
        } catch (DateTimeException e) {
            throw Problem.badRequest("not-a-day", "field '" + field + "' must be a day such as 2026-11-23");
        }
    }

    private Future<Reply> act(Call call, ContestCommand command) {
        StreamId contest = call.stream("contestId");
        ContestAccess.organise(call.principal(), contest);
        return contests.contest(contest)
                .compose(found -> gateway.submit(StreamKind.CONTEST, contest, command, call.act()))
                .map(Problem::committed)
                .map(done -> Reply.noContent());
    }

    static Doc.Obj reference(UUID id) {
        return Doc.obj().put("id", id).build();
    }
}
