package org.leitai.contest;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.domain.ContestCommand;
import org.leitai.contest.domain.ContestCommand.RemoveWall;
import org.leitai.contest.domain.ContestCommand.SetWall;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** Walls: hung, given other content, taken down. What hangs where is told with the contest. */
final class WallRoutes {
    private final Gateway gateway;
    private final ContestReads contests;

    WallRoutes(Gateway gateway, ContestReads contests) {
        this.gateway = gateway;
        this.contests = contests;
    }

    void bind(Operations operations) {
        operations
                .on("setWall", call -> act(call, set(call)))
                .on("removeWall", call -> act(call, new RemoveWall(number(call))));
    }

    private static SetWall set(Call call) {
        return new SetWall(
                number(call),
                call.body().text("name").strip(),
                discipline(call.body().textOrNull("discipline")));
    }

    private static @Nullable StreamId discipline(@Nullable String text) {
        return text == null ? null : StreamId.parse(text);
    }

    /** The contract lets digits through only, few enough. */
    private static int number(Call call) {
        return Integer.parseInt(call.path("wall"));
    }

    private Future<Reply> act(Call call, ContestCommand command) {
        StreamId contest = call.stream("contestId");
        ContestAccess.hang(call.principal(), contest);
        return contests.contest(contest)
                .compose(found -> gateway.submit(StreamKind.CONTEST, contest, command, call.act()))
                .map(Problem::committed)
                .map(done -> Reply.noContent());
    }
}
