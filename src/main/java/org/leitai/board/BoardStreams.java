package org.leitai.board;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.live.FrameId;
import org.leitai.platform.live.Hub;

/** The event stream: which boards a page asks for, whether it may, and from where on. */
final class BoardStreams {
    private final Hub hub;
    private final KeeperSnapshots keepers;

    BoardStreams(Hub hub, KeeperSnapshots keepers) {
        this.hub = hub;
        this.keepers = keepers;
    }

    Future<Reply> open(Call call) {
        List<BoardName> names = names(call);
        Map<String, @Nullable FrameId> since = since(call, names);
        return mayAll(call, names).map(ignored -> {
            boolean staff = names.stream().anyMatch(name -> name.audience() == Audience.STAFF);
            hub.stream(call.routing().request(), since, staff ? call::stillSignedIn : null);
            return Reply.streaming();
        });
    }

    private List<BoardName> names(Call call) {
        String asked = Optional.ofNullable(call.query("boards")).orElse("");
        var names = new ArrayList<BoardName>();
        for (String board : asked.split(",", -1)) {
            names.add(BoardName.parse(board)
                    .orElseThrow(() -> Problem.badRequest(
                            "not-a-board",
                            "boards must be a list of <discipline>/public or /staff, not '" + board + "'")));
        }
        if (names.size() > hub.limits().boardsPerStream()) {
            throw Problem.badRequest(
                    "too-many-boards",
                    "one stream carries at most " + hub.limits().boardsPerStream() + " boards");
        }
        return names;
    }

    /** {@code since} is a list in the order of {@code boards}; a browser that reconnects by itself sends one id in a header. */
    private static Map<String, @Nullable FrameId> since(Call call, List<BoardName> names) {
        String header = call.routing().request().getHeader("Last-Event-ID");
        String query = call.query("since");
        String[] ids = header != null && names.size() == 1
                ? new String[] {header}
                : (query == null ? "" : query).split(",", -1);
        Map<String, @Nullable FrameId> since = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            since.put(names.get(i).toString(), i < ids.length ? FrameId.parseOrNull(ids[i]) : null);
        }
        return since;
    }

    private Future<Void> mayAll(Call call, List<BoardName> names) {
        Future<Void> allowed = Future.succeededFuture();
        for (BoardName name : names) {
            // A stream of public boards is never refused: the hub says which of them do not exist.
            if (name.audience() == Audience.STAFF) {
                allowed = allowed.compose(ignored -> may(call, name));
            }
        }
        return allowed;
    }

    /** Passes when the caller may see that board: a public one of a published contest, a staff board by duty; else 404 or 403. */
    Future<Void> may(Call call, BoardName name) {
        Future<Void> allowed = switch (name.audience()) {
            case PUBLIC ->
                keepers.isPublic(name.discipline()).map(known -> {
                    if (!known) {
                        throw absent(name.discipline());
                    }
                    return null;
                });
            case STAFF ->
                keepers.contestOf(name.discipline()).map(contest -> {
                    BoardAccess.mustSeeStaffBoard(call.principal(), contest, name.discipline());
                    return null;
                });
        };
        return allowed.recover(failure ->
                Future.failedFuture(failure instanceof UnknownStreamException ? absent(name.discipline()) : failure));
    }

    /** Why a row has what it shows; empty when it shows nothing. */
    Future<Optional<Doc.Obj>> why(BoardName board, String row) {
        return keepers.why(board, row);
    }

    static Problem absent(StreamId discipline) {
        return Problem.notFound("discipline " + discipline);
    }
}
