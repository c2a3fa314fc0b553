package org.leitai.board;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.live.Frame;
import org.leitai.platform.live.Hub;

/** The contests and disciplines the public may know of, each with the head of its public board; kept for two seconds. */
final class BoardList {
    private static final long KEPT_MICROS = 2_000_000;
    private static final int MOST_CONTESTS = 50;
    private static final int MOST_DISCIPLINES = 200;

    private final Directory directory;
    private final Hub hub;
    private final LongSupplier clock;
    private volatile @Nullable Kept kept;

    private record Kept(Future<Doc.Obj> list, long micros) {}

    BoardList(Directory directory, Hub hub, LongSupplier clock) {
        this.directory = directory;
        this.hub = hub;
        this.clock = clock;
    }

    Future<Doc.Obj> list() {
        Kept known = kept;
        long now = clock.getAsLong();
        if (known != null && now - known.micros < KEPT_MICROS && !known.list.failed()) {
            return known.list;
        }
        Future<Doc.Obj> read = read();
        kept = new Kept(read, now);
        return read;
    }

    private Future<Doc.Obj> read() {
        return directory.publicContests().compose(contests -> {
            var lines = new ArrayList<Future<Doc.Obj>>();
            int left = MOST_DISCIPLINES;
            for (Directory.PublicContest contest :
                    contests.stream().limit(MOST_CONTESTS).toList()) {
                List<StreamId> shown =
                        contest.disciplines().stream().limit(left).toList();
                left -= shown.size();
                lines.add(contest(contest, shown));
            }
            return Future.all(lines)
                    .map(all -> Doc.obj()
                            .put("contests", lines.stream().map(Future::result).toList())
                            .build());
        });
    }

    private Future<Doc.Obj> contest(Directory.PublicContest contest, List<StreamId> disciplines) {
        List<Future<Optional<Doc.Obj>>> heads =
                disciplines.stream().map(this::head).toList();
        return Future.join(heads)
                .otherwiseEmpty()
                .map(all -> Doc.obj()
                        .put("id", contest.id().toString())
                        .put(
                                "title",
                                Doc.obj()
                                        .put("zh", contest.title().zh())
                                        .put("en", contest.title().en())
                                        .build())
                        .put(
                                "boards",
                                heads.stream()
                                        .filter(Future::succeeded)
                                        .flatMap(head -> head.result().stream())
                                        .toList())
                        .build());
    }

    private Future<Optional<Doc.Obj>> head(StreamId discipline) {
        return hub.snapshot(new BoardName(discipline, Audience.PUBLIC).toString())
                .map(frame -> frame.map(found -> line(discipline, found)));
    }

    private static Doc.Obj line(StreamId discipline, Frame frame) {
        Doc.Obj head = frame.body().obj("head");
        return Doc.obj()
                .put("discipline", discipline.toString())
                .put("title", head.obj("discipline"))
                .put("code", head.text("code"))
                .put("kind", head.text("kind"))
                .put("state", head.text("state"))
                .put("certainty", head.text("certainty"))
                .put("progress", head.get("progress"))
                .build();
    }
}
