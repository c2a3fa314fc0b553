package org.leitai.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.LongSupplier;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.kernel.StreamId;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.secret.InstallationKey;

/** The keeping half of the feature: hangs in the keepers of disciplines, folds their standings and publishes boards. */
public final class Standings {
    private final BoardOutlets outlets;

    /**
     * The keeping half of a node.
     *
     * @param clock wall clock in microseconds since 1970
     */
    public Standings(
            Vertx vertx,
            Addresses addresses,
            RankedBoards ranked,
            Directory directory,
            InstallationKey key,
            MeterRegistry metrics,
            LongSupplier clock) {
        this.outlets = new BoardOutlets(vertx, key, ranked, addresses, directory, new BoardMeters(metrics), clock);
    }

    /** The folds of one discipline that is being loaded. */
    public List<Fold<DisciplineState, DisciplineEvent>> folds(StreamId discipline) {
        return List.of(new BoardFold(discipline, new BoardPublisher(outlets, discipline)));
    }

    /** The question by which hubs read a board from its keeper. */
    public <S> KeeperKind.View<S> view() {
        return new BoardView<>();
    }
}
