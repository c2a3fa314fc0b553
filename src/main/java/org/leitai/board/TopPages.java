package org.leitai.board;

import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.RankKey;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.live.Frame;
import org.leitai.platform.live.FrameId;

/**
 * Pages within the window of frames, which is what a crowd asks for: written once a frame and handed out as the same bytes until the
 * next. The newest frame holds all of such a page, so neither Redis nor a row's JSON is read for it. Safe on any thread.
 */
final class TopPages {
    /** At most some 10 MB; the page that was longest not asked for goes first. */
    private static final int MOST_PAGES = 256;

    /** The order of boards: by rank, sharers by id, those without a rank behind them; see {@link RankKey}. */
    private static final Comparator<Doc.Obj> BEST_FIRST = Comparator.<Doc.Obj>comparingLong(
                    row -> row.integer("rank", Long.MAX_VALUE))
            .thenComparing(TopPages::unranked)
            .thenComparing(row -> row.text("id"));

    private final Map<Wanted, Written> pages = new LinkedHashMap<>(16, 0.75f, true);

    private record Wanted(String board, String division, long offset, int limit) {}

    private record Written(FrameId frame, Buffer json) {}

    /** The page as that frame has it; empty when it reaches beyond the window. */
    Optional<Buffer> page(Frame frame, String division, long offset, int limit) {
        var wanted = new Wanted(frame.board(), division, offset, limit);
        Buffer known = known(wanted, frame.id());
        return known != null ? Optional.of(known) : write(wanted, frame);
    }

    private synchronized @Nullable Buffer known(Wanted wanted, FrameId frame) {
        Written written = pages.get(wanted);
        return written != null && written.frame.equals(frame) ? written.json : null;
    }

    private synchronized void keep(Wanted wanted, Written written) {
        pages.put(wanted, written);
        if (pages.size() > MOST_PAGES) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    private Optional<Buffer> write(Wanted wanted, Frame frame) {
        List<Doc.Obj> window = frame.body().objects("rows").stream()
                .filter(row -> row.text("division").equals(wanted.division))
                .sorted(BEST_FIRST)
                .toList();
        boolean full = window.size() >= Board.WINDOW;
        if (full && wanted.offset + wanted.limit > window.size()) {
            return Optional.empty();
        }
        Doc.Obj page = BoardPages.answer(
                        frame.board(),
                        wanted.division,
                        wanted.offset,
                        full ? entries(frame, wanted) : window.size(),
                        window.stream().skip(wanted.offset).limit(wanted.limit).toList())
                .put("id", frame.id().toString())
                .put("whole", true)
                .build();
        Buffer json = Json.buffer(page);
        keep(wanted, new Written(frame.id(), json));
        return Optional.of(json);
    }

    /** A full window leaves rows out; the frame counts them in its divisions. */
    private static long entries(Frame frame, Wanted wanted) {
        return frame.body().objects("divisions").stream()
                .filter(division -> division.text("id").equals(wanted.division))
                .mapToLong(division -> division.integer("entries"))
                .findFirst()
                .orElse(Board.WINDOW);
    }

    private static String unranked(Doc.Obj row) {
        return row.get("rank") == null ? RankKey.unranked(row.text("status") + row.text("number", row.text("id"))) : "";
    }
}
