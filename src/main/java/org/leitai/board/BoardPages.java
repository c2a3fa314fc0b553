package org.leitai.board;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.board.domain.BoardRow;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.live.Frame;
import org.leitai.platform.live.FrameId;
import org.leitai.platform.live.Hub;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedPage;

/**
 * Parts of boards beyond the window of frames: from Redis, ranks counted there; while Redis is away or behind a rebuild, the window
 * from memory, and the answer says so.
 */
final class BoardPages {
    private static final List<String> FOUND_BY = List.of("name", "number");
    /** In a stored row; a text cannot hold it, because its quotes are escaped there. */
    private static final String UNRANKED = "\"ranked\":false";

    private final Hub hub;
    private final RankedBoards ranked;
    private final TopPages tops = new TopPages();

    BoardPages(Hub hub, RankedBoards ranked) {
        this.hub = hub;
        this.ranked = ranked;
    }

    /** A page of a division that the newest frame holds, its bytes shared by all who ask; empty beyond the window. */
    Future<Optional<Top>> top(BoardName board, String division, long offset, int limit) {
        return hub.snapshot(board.toString())
                .map(snapshot -> snapshot.flatMap(
                        frame -> tops.page(frame, division, offset, limit).map(json -> new Top(frame.id(), json))));
    }

    /** A page of the frame of that id, which is its tag: equal ids mean equal content. */
    record Top(FrameId frame, Buffer json) {}

    /** A page of a division; empty when there is no such board. */
    Future<Optional<Doc.Obj>> page(BoardName board, String division, long offset, int limit) {
        return hub.snapshot(board.toString())
                .compose(snapshot -> snapshot.isEmpty()
                        ? Future.succeededFuture(Optional.<Doc.Obj>empty())
                        : stored(board, division, offset, limit, snapshot.get()).map(Optional::of));
    }

    /** One row with its rank, as JSON; empty when it is not on the board. */
    Future<Optional<Buffer>> row(BoardName board, String id) {
        return ranked.place(board.toString(), id)
                .map(place -> place.map(BoardPages::placedText))
                .recover(away -> hub.snapshot(board.toString())
                        .map(snapshot -> snapshot.flatMap(frame -> rows(frame).stream()
                                        .filter(row -> row.text("id").equals(id))
                                        .findFirst())
                                .map(Json::buffer)));
    }

    /** A row and its neighbours; empty when it is not on the board. */
    Future<Optional<Doc.Obj>> around(BoardName board, String id, int each) {
        return ranked.around(board.toString(), id, each)
                .map(found -> found.map(rows -> fromRedis(board, rows.division(), rows.offset(), rows.page())));
    }

    /** Rows whose name or number begins like that; while Redis is away, those of the window. */
    Future<Doc.Obj> find(BoardName board, String beginning, int most) {
        String wanted = term(beginning);
        return ranked.find(board.toString(), wanted, most)
                .map(places -> found(places.stream().map(BoardPages::placed).toList(), true))
                .recover(away -> hub.snapshot(board.toString())
                        .map(snapshot -> snapshot.stream()
                                .flatMap(frame -> rows(frame).stream())
                                .filter(row -> terms(row).stream().anyMatch(term -> term.startsWith(wanted)))
                                .limit(most)
                                .toList())
                        .map(rows -> found(rows, false)));
    }

    private static Doc.Obj found(List<Doc.Obj> rows, boolean whole) {
        return Doc.obj().put("rows", rows).put("whole", whole).build();
    }

    /** What a row is found by: what this audience reads in it as name and number. */
    static List<String> terms(Doc.Obj row) {
        var terms = new ArrayList<String>();
        for (String member : FOUND_BY) {
            String text = row.textOrNull(member);
            if (text != null) {
                terms.add(term(text));
            }
        }
        return terms;
    }

    private static String term(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private Future<Doc.Obj> stored(BoardName board, String division, long offset, int limit, Frame snapshot) {
        return ranked.page(board.toString(), division, offset, limit)
                .map(page -> page.filter(found ->
                                found.epoch().equals(snapshot.id().epoch().toString()))
                        .map(found -> fromRedis(board, division, offset, found))
                        .orElseGet(() -> fromMemory(board, division, offset, limit, snapshot)))
                .otherwise(away -> fromMemory(board, division, offset, limit, snapshot));
    }

    private static Doc.Obj fromRedis(BoardName board, String division, long offset, RankedPage page) {
        List<Doc.Obj> rows = page.rows().stream().map(BoardPages::placed).toList();
        return answer(board.toString(), division, offset, page.total(), rows)
                .put("id", page.epoch() + ":" + page.seq())
                .put("whole", true)
                .build();
    }

    private static Doc.Obj fromMemory(BoardName board, String division, long offset, int limit, Frame snapshot) {
        var window = new ArrayList<Doc.Obj>();
        rows(snapshot).stream()
                .filter(row -> row.text("division").equals(division))
                .forEach(window::add);
        window.sort(java.util.Comparator.comparingLong(row -> row.integer("rank", Long.MAX_VALUE)));
        List<Doc.Obj> rows = window.stream().skip(offset).limit(limit).toList();
        return answer(board.toString(), division, offset, window.size(), rows)
                .put("id", snapshot.id().toString())
                .put("whole", false)
                .build();
    }

    static Doc.Builder answer(String board, String division, long offset, long total, List<Doc.Obj> rows) {
        return Doc.obj()
                .put("board", board)
                .put("division", division)
                .put("offset", offset)
                .put("total", total)
                .put("rows", rows);
    }

    private static List<Doc.Obj> rows(Frame snapshot) {
        return snapshot.body().objects("rows");
    }

    /** A stored row with its rank; without one when it is not ranked. */
    static Doc.Obj placed(RankedPage.Place place) {
        Doc.Obj body = Json.obj(Buffer.buffer(place.body()));
        return body.bool("ranked", true) ? BoardRow.placed(body, place.rank(), place.isShared()) : body;
    }

    /** The same as text. Half a million people ask for theirs in one hour, so nothing of it is read. */
    static Buffer placedText(RankedPage.Place place) {
        String body = place.body();
        if (body.contains(UNRANKED)) {
            return Buffer.buffer(body);
        }
        String open = body.substring(0, body.lastIndexOf('}'));
        return Buffer.buffer(open + ",\"rank\":" + place.rank() + ",\"shared\":" + place.isShared() + "}");
    }
}
