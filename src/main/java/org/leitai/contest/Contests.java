package org.leitai.contest;

import java.util.List;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;
import org.leitai.platform.ledger.Streams;

/** The feature's wiring, and what other features ask of it. */
public final class Contests {
    private final ContestReads reads;
    private final ContestRoutes contests;
    private final DisciplineRoutes disciplines;
    private final RulebookRoutes rulebooks;
    private final WallRoutes walls;

    public Contests(Gateway gateway, Streams streams, RulebookLibrary library) {
        this.reads = new ContestReads(gateway, streams);
        this.contests = new ContestRoutes(gateway, streams, reads);
        this.disciplines = new DisciplineRoutes(gateway, streams, reads, library);
        this.rulebooks = new RulebookRoutes(gateway, library);
        this.walls = new WallRoutes(gateway, reads);
    }

    public ContestReads reads() {
        return reads;
    }

    public void bind(Operations operations) {
        contests.bind(operations);
        disciplines.bind(operations);
        rulebooks.bind(operations);
        walls.bind(operations);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("contest");
    }

    public static ContestKeeper keeper() {
        return new ContestKeeper();
    }
}
