package org.leitai.results;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import org.leitai.judging.Discipline;
import org.leitai.judging.Faces;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;
import org.leitai.results.store.PublishedResults;

/** The feature's wiring. */
public final class Results {
    private final PublicationRoutes publication;
    private final ResultRoutes results;

    /**
     * Needs no start.
     *
     * @param pins whether that is the PIN of the seat's card
     */
    public Results(
            Gateway gateway,
            Faces faces,
            PublishedResults published,
            Draws draws,
            BiFunction<SeatHolder, String, Future<Boolean>> pins) {
        Discipline disciplines = new Discipline(gateway);
        this.publication = new PublicationRoutes(disciplines, published, draws, pins);
        this.results = new ResultRoutes(disciplines, published, faces);
    }

    public void bind(Operations operations) {
        publication.bind(operations);
        results.bind(operations);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("results");
    }
}
