package org.leitai.board;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.BoardRow;
import org.leitai.board.domain.ContestTitle;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.LedgerEvent;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedPage;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;
import org.leitai.platform.secret.InstallationKey;

/**
 * Folds every discipline from the ledger alone and compares its boards with what Redis holds: rows, ranks as Redis counts them, and
 * that there are no others. Names are left out, because the ledger does not hold them. For the {@code verify} command.
 */
public final class BoardComparison {
    private static final int PAGE_EVENTS = 2_000;
    private static final int PAGE_ROWS = 500;
    private static final Set<String> NAMES = Set.of("name", "unit", "unitFull", "delegation");
    private static final ContestTitle NO_TITLE = new ContestTitle("", "");

    private final Ledger ledger;
    private final Streams streams;
    private final RankedBoards ranked;
    private final InstallationKey key;
    private final DisciplineEventCodec codec = new DisciplineEventCodec();

    BoardComparison(Ledger ledger, Streams streams, RankedBoards ranked, InstallationKey key) {
        this.ledger = ledger;
        this.streams = streams;
        this.ranked = ranked;
        this.key = key;
    }

    /** Compares all boards of an installation, blocking, on a Vert.x of its own; fails when a server cannot be read. */
    public static BoardReport run(String pgUri, String redisUri, InstallationKey key) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(pgUri))
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx)
                .build();
        var redis = new RedisLink(vertx, RedisSettings.of(redisUri));
        try {
            var ledger = new Ledger(pool);
            var ranked = new RankedBoards(redis, prefix(ledger.identity().await()));
            var streams = new Streams(pool, Clock.systemUTC());
            return new BoardComparison(ledger, streams, ranked, key).compare().await();
        } finally {
            vertx.close().await();
        }
    }

    /** Begins every key of an installation's boards in Redis. */
    public static String prefix(java.util.UUID ledger) {
        return "leitai:" + ledger;
    }

    Future<BoardReport> compare() {
        return streams.ofKind(StreamKind.DISCIPLINE, null).compose(heads -> {
            Future<BoardReport> sum = Future.succeededFuture(new BoardReport(0, 0, 0, List.of()));
            for (Head head : heads) {
                sum = sum.compose(before -> discipline(head).map(before::plus));
            }
            return sum;
        });
    }

    private Future<BoardReport> discipline(Head head) {
        var fold = new BoardFold(head.stream(), new NobodyListens());
        return read(head, fold, 0).compose(folded -> {
            Future<BoardReport> sum = Future.succeededFuture(new BoardReport(0, 0, 0, List.of()));
            for (Audience audience : Audience.values()) {
                sum = sum.compose(before -> board(folded, audience).map(before::plus));
            }
            return sum;
        });
    }

    private Future<BoardFold> read(Head head, BoardFold fold, long after) {
        if (after >= head.seq()) {
            return Future.succeededFuture(fold);
        }
        return ledger.page(head.stream(), after, head.seq(), PAGE_EVENTS).compose(page -> {
            if (page.isEmpty()) {
                return Future.failedFuture("events after " + after + " of " + head.stream() + " are missing");
            }
            page.stream().map(ChainedEvent::event).map(this::recorded).forEach(fold::apply);
            return read(head, fold, page.getLast().event().seq());
        });
    }

    private Recorded<DisciplineEvent> recorded(LedgerEvent row) {
        Doc.Obj body = CanonicalJson.readObject(row.body().getBytes());
        return new Recorded<>(row.seq(), row.recordedMicros(), row.act(), codec.read(row.name(), body));
    }

    private Future<BoardReport> board(BoardFold fold, Audience audience) {
        StreamId discipline = fold.state().stream();
        var name = new BoardName(discipline, audience).toString();
        var aliases = new KeyedAliases(key, discipline, audience);
        List<BoardRow> rows = fold.scene(NO_TITLE, Map.of())
                .map(scene -> Board.of(scene, audience, aliases).rows())
                .orElse(List.of());
        return ranked.position(name)
                .compose(position -> position.isEmpty()
                        ? Future.succeededFuture(new BoardReport(1, 0, 1, List.of()))
                        : rows(name, rows));
    }

    private Future<BoardReport> rows(String board, List<BoardRow> rows) {
        Map<String, Doc.Obj> expected =
                nameless(BoardRow.window(rows, Integer.MAX_VALUE, Map.of()).values());
        var divisions = new TreeMap<String, Integer>();
        rows.forEach(row -> divisions.merge(row.division(), 1, Integer::sum));
        var found = new ArrayList<Doc.Obj>();
        Future<Void> read = Future.succeededFuture();
        for (String division : divisions.keySet()) {
            read = read.compose(ignored -> page(board, division, 0, found));
        }
        return read.compose(ignored -> ranked.size(board))
                .map(size -> new BoardReport(1, rows.size(), 0, differences(board, expected, nameless(found), size)));
    }

    private Future<Void> page(String board, String division, long offset, List<Doc.Obj> found) {
        return ranked.page(board, division, offset, PAGE_ROWS).compose(answer -> {
            List<RankedPage.Place> rows = answer.map(RankedPage::rows).orElse(List.of());
            rows.stream().map(BoardPages::placed).forEach(found::add);
            return rows.size() < PAGE_ROWS
                    ? Future.succeededFuture()
                    : page(board, division, offset + PAGE_ROWS, found);
        });
    }

    private static List<BoardReport.Difference> differences(
            String board, Map<String, Doc.Obj> expected, Map<String, Doc.Obj> found, long size) {
        var differences = new ArrayList<BoardReport.Difference>();
        expected.forEach((id, row) -> {
            Doc.Obj there = found.get(id);
            if (there == null) {
                differences.add(new BoardReport.Difference(board, "row " + id + " is missing in Redis"));
            } else if (!there.equals(row)) {
                differences.add(new BoardReport.Difference(
                        board,
                        "row " + id + " is " + Json.buffer(there) + " in Redis, the ledger says " + Json.buffer(row)));
            }
        });
        if (size != expected.size()) {
            differences.add(new BoardReport.Difference(
                    board, "Redis holds " + size + " rows, the ledger says " + expected.size()));
        }
        return differences;
    }

    private static Map<String, Doc.Obj> nameless(Iterable<Doc.Obj> rows) {
        var byId = new LinkedHashMap<String, Doc.Obj>();
        for (Doc.Obj row : rows) {
            var members = new LinkedHashMap<>(row.fields());
            members.keySet().removeAll(NAMES);
            byId.put(row.text("id"), new Doc.Obj(members));
        }
        return byId;
    }
}
