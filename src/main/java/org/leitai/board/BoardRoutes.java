package org.leitai.board;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.Principal;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.live.Frame;
import org.leitai.platform.live.Hub;
import org.leitai.platform.secret.InstallationKey;

/** Boards over HTTP. Everything comes from an audience's board: the hub's newest snapshot, or pages of it in Redis. */
final class BoardRoutes {
    private static final int MOST_ROWS = 100;

    private final BoardList list;
    private final BoardStreams streams;
    private final BoardPages pages;
    private final Hub hub;
    private final InstallationKey key;

    BoardRoutes(BoardList list, BoardStreams streams, BoardPages pages, Hub hub, InstallationKey key) {
        this.list = list;
        this.streams = streams;
        this.pages = pages;
        this.hub = hub;
        this.key = key;
    }

    void bind(Operations operations) {
        operations
                .on("listBoards", call -> list.list().map(Reply::ok))
                .on("getBoard", this::snapshot)
                .on("getBoardPage", this::page)
                .on("getBoardRow", this::row)
                .on("getBoardNeighbours", this::neighbours)
                .on("findBoardRows", this::find)
                .on("getBoardWhy", this::why)
                .on("getMyPlace", this::myPlace)
                .on("streamBoards", streams::open);
    }

    private Future<Reply> snapshot(Call call) {
        BoardName board = board(call);
        return streams.may(call, board)
                .compose(ignored -> hub.snapshot(board.toString()))
                .map(frame -> frame.map(found -> newer(call, found))
                        .orElseThrow(() -> BoardStreams.absent(board.discipline())));
    }

    /** What the caller has already is not sent again: 204 for {@code since}, 304 for a cache. */
    private static Reply newer(Call call, Frame frame) {
        String id = frame.id().toString();
        return id.equals(call.query("since"))
                ? Reply.noContent().with("ETag", "\"" + id + "\"")
                : tagged(call, id, frame.json());
    }

    private Future<Reply> page(Call call) {
        BoardName board = board(call);
        String division = Optional.ofNullable(call.query("division")).orElse("");
        long offset = number(call, "offset", 0, Integer.MAX_VALUE);
        int limit = (int) number(call, "limit", MOST_ROWS, MOST_ROWS);
        return streams.may(call, board)
                .compose(ignored -> pages.top(board, division, offset, limit))
                .compose(top -> top.map(found -> Future.succeededFuture(
                                tagged(call, found.frame().toString(), found.json())))
                        .orElseGet(() -> beyond(board, division, offset, limit)));
    }

    private Future<Reply> beyond(BoardName board, String division, long offset, int limit) {
        return pages.page(board, division, offset, limit)
                .map(page -> page.map(Reply::ok).orElseThrow(() -> BoardStreams.absent(board.discipline())));
    }

    /** 304 for a cache that holds it already. */
    private static Reply tagged(Call call, String id, Buffer json) {
        String tag = "\"" + id + "\"";
        Reply reply = tag.equals(call.routing().request().getHeader("If-None-Match"))
                ? new Reply(304, "application/json", null, java.util.Map.of())
                : json(json);
        return reply.with("ETag", tag).with("Cache-Control", "no-cache");
    }

    private Future<Reply> row(Call call) {
        BoardName board = board(call);
        String id = call.path("rowId");
        return streams.may(call, board)
                .compose(ignored -> pages.row(board, id))
                .map(row ->
                        row.map(BoardRoutes::json).orElseThrow(() -> Problem.notFound("row " + id + " of this board")));
    }

    private static Reply json(Buffer text) {
        return Reply.bytes("application/json", text);
    }

    private Future<Reply> neighbours(Call call) {
        BoardName board = board(call);
        String id = call.path("rowId");
        int each = (int) number(call, "each", 5, MOST_ROWS / 2);
        return streams.may(call, board)
                .compose(ignored -> pages.around(board, id, each))
                .map(rows -> rows.map(Reply::ok).orElseThrow(() -> Problem.notFound("row " + id + " of this board")));
    }

    private Future<Reply> find(Call call) {
        BoardName board = board(call);
        String beginning = Optional.ofNullable(call.query("q")).orElse("").strip();
        int most = (int) number(call, "limit", 20, MOST_ROWS);
        if (beginning.isEmpty()) {
            throw Problem.badRequest("nothing-to-find", "q must hold the beginning of a name or number");
        }
        return streams.may(call, board)
                .compose(ignored -> pages.find(board, beginning, most))
                .map(Reply::ok);
    }

    private Future<Reply> why(Call call) {
        BoardName board = board(call);
        String id = call.path("rowId");
        return streams.may(call, board)
                .compose(ignored -> streams.why(board, id))
                .map(why -> why.map(Reply::ok)
                        .orElseThrow(() -> Problem.notFound("a score of row " + id + " that is shown")));
    }

    /** A contestant's own row of the public board: what everybody may see, found for them. */
    private Future<Reply> myPlace(Call call) {
        if (!(call.principal() instanceof Principal.Contestant contestant)) {
            throw call.principal() instanceof Principal.Anonymous
                    ? Problem.unauthorized()
                    : Problem.forbidden("only a contestant has a place of their own");
        }
        StreamId discipline = contestant.discipline();
        String alias = new KeyedAliases(key, discipline, Audience.PUBLIC)
                .of(org.leitai.board.domain.Board.ROW_LAYER, contestant.entry());
        var board = new BoardName(discipline, Audience.PUBLIC);
        return streams.may(call, board)
                .compose(ignored -> pages.row(board, alias))
                .map(row -> {
                    Buffer answer = Buffer.buffer("{\"discipline\":\"" + discipline + "\"");
                    row.ifPresent(found -> answer.appendString(",\"row\":").appendBuffer(found));
                    return json(answer.appendString("}"));
                });
    }

    private static BoardName board(Call call) {
        String audience = Optional.ofNullable(call.query("audience")).orElse(Audience.PUBLIC.code());
        return Audience.ofCode(audience)
                .map(known -> new BoardName(call.stream("disciplineId"), known))
                .orElseThrow(() ->
                        Problem.badRequest("not-an-audience", "audience must be public or staff, not " + audience));
    }

    private static long number(Call call, String name, long otherwise, long most) {
        String text = call.query(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Math.clamp(Long.parseLong(text), 0, most);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(
                    "not-a-number", "query parameter '" + name + "' must be a whole number, not " + text);
        }
    }
}
