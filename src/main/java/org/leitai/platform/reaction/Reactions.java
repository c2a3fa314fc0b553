package org.leitai.platform.reaction;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.function.Predicate;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.ledger.Ledger;

/**
 * Runs the reactions of a node: at once after a commit of this node's keepers, and in a round every second for what a crash,
 * a failure or another node left over. A verticle; everything runs on its event loop.
 */
public final class Reactions extends VerticleBase {
    private static final long ROUND_MILLIS = 1_000;

    private final Keepers keepers;
    private final List<ReactionRun<?>> runs;
    private Runnable stopHearing = () -> {};

    /**
     * @param mine whether this node reacts to a stream; when two nodes think so, the commands' keys keep it harmless
     */
    public Reactions(
            Pool pool,
            Ledger ledger,
            Keepers keepers,
            List<? extends Reaction<?>> reactions,
            Predicate<StreamId> mine) {
        this.keepers = keepers;
        ReactionPositions positions = new ReactionPositions(pool);
        this.runs = reactions.stream()
                .<ReactionRun<?>>map(reaction -> ReactionRun.of(reaction, keepers, ledger, positions, mine))
                .toList();
    }

    @Override
    public Future<?> start() {
        stopHearing = keepers.onCommitted(this::committed);
        vertx.setPeriodic(0, ROUND_MILLIS, timer -> runs.forEach(ReactionRun::round));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        stopHearing.run();
        runs.forEach(ReactionRun::stop);
        return Future.succeededFuture();
    }

    private void committed(StreamKind kind, StreamId stream, long seq) {
        context.runOnContext(
                turn -> runs.stream().filter(run -> run.follows(kind)).forEach(run -> run.nudge(stream)));
    }
}
