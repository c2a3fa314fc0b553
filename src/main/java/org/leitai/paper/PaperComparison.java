package org.leitai.paper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.board.BoardComparison;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.paper.domain.AnswerScorer;
import org.leitai.paper.domain.PaperEvent;
import org.leitai.paper.domain.PaperEvent.AnswersTaken;
import org.leitai.paper.domain.PaperEvent.PaperOpened;
import org.leitai.paper.domain.Sums;
import org.leitai.paper.store.Evidence;
import org.leitai.paper.store.PaperCodec;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.LedgerEvent;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;

/**
 * Scores all answers of mass papers again from their evidence rows and compares what they come to with the ledger, one chunk at a time,
 * and then the boards in Redis with the ledger. For the commands that verify and restore.
 */
public final class PaperComparison {
    private static final int PAGE_EVENTS = 20;

    private final Ledger ledger;
    private final Streams streams;
    private final Evidence evidence;
    private final PaperCodec codec = new PaperCodec();

    private final @Nullable PaperRedisComparison boards;

    private PaperComparison(Pool pool, @Nullable RedisLink redis) {
        this.ledger = new Ledger(pool);
        this.streams = new Streams(pool, Clock.systemUTC());
        this.evidence = new Evidence(pool, () -> 0);
        this.boards = redis == null
                ? null
                : new PaperRedisComparison(new RankedBoards(
                        redis, BoardComparison.prefix(ledger.identity().await())));
    }

    /** Compares everything in a database, blocking, on a Vert.x of its own; fails when it cannot be read. */
    public static PaperReport run(String pgUri) {
        return run(pgUri, null);
    }

    /**
     * The same with the boards in Redis.
     *
     * @param redisUri of the cache beside that database; null leaves it out
     */
    public static PaperReport run(String pgUri, @Nullable String redisUri) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(pgUri))
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx)
                .build();
        try {
            var comparison = new PaperComparison(
                    pool, redisUri == null ? null : new RedisLink(vertx, RedisSettings.of(redisUri)));
            PaperReport sum = PaperReport.EMPTY;
            for (Head head : comparison.streams.ofKind(StreamKind.PAPER, null).await()) {
                sum = sum.plus(comparison.paper(head));
            }
            return sum;
        } finally {
            vertx.close().await();
        }
    }

    private PaperReport paper(Head head) {
        PaperReport sum = new PaperReport(1, 0, 0, 0, List.of());
        Rulebook rulebook = null;
        List<Sums> recorded = new ArrayList<>();
        long after = 0;
        while (after < head.seq()) {
            var page =
                    ledger.page(head.stream(), after, head.seq(), PAGE_EVENTS).await();
            for (var stored : page) {
                LedgerEvent row = stored.event();
                PaperEvent event = codec.read(
                        row.name(), CanonicalJson.readObject(row.body().getBytes()));
                if (event instanceof PaperOpened opened) {
                    rulebook = RulebookReader.read(opened.rulebook()).orThrow();
                } else if (event instanceof AnswersTaken taken && rulebook != null) {
                    recorded.add(taken.sums());
                    sum = sum.plus(chunk(head.stream(), row.seq(), rulebook, taken));
                }
            }
            if (page.isEmpty()) {
                throw new IllegalStateException("events after " + after + " of " + head.stream() + " are missing");
            }
            after = page.getLast().event().seq();
        }
        return boards == null ? sum : sum.plus(boards.compare(head.stream(), recorded));
    }

    private PaperReport chunk(StreamId paper, long seq, Rulebook rulebook, AnswersTaken taken) {
        Future<@Nullable Buffer> read = evidence.read(paper, taken.evidence());
        List<String> differences = difference(read.await(), rulebook, taken)
                .map(what -> "paper " + paper + ", event " + seq + ": " + what)
                .map(List::of)
                .orElse(List.of());
        return new PaperReport(0, 1, taken.sums().count(), 0, differences);
    }

    private static Optional<String> difference(@Nullable Buffer body, Rulebook rulebook, AnswersTaken taken) {
        if (body == null) {
            return Optional.of("its answers are missing");
        }
        if (!Hash.of(body.getBytes()).hex().equals(taken.evidence())) {
            return Optional.of("its answers were changed: they do not match their hash");
        }
        List<String> lines = body.toString(StandardCharsets.UTF_8).lines().toList();
        boolean same = AnswerScorer.of(rulebook, lines.getFirst())
                .map(scorer -> scorer.score(lines.subList(1, lines.size())))
                .filter(new AnswerScorer.Outcome.Scored(taken.sums())::equals)
                .isPresent();
        return same ? Optional.empty() : Optional.of("its answers come to something else than was recorded");
    }
}
