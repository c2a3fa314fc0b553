package org.leitai.results;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.leitai.judging.domain.Link;
import org.leitai.kernel.StreamId;

/** Sealed draws, kept by registration; asked only when two officers open them. */
@FunctionalInterface
public interface Draws {
    /** The draw behind a commitment of the ledger; empty when this installation does not hold it. */
    Future<Optional<Draw>> find(StreamId discipline, String stage, String commitment);

    /**
     * A sealed draw.
     *
     * @param seed hex of the 32 bytes that the commitment hides
     */
    record Draw(String seed, List<Link> links) {
        public Draw {
            links = List.copyOf(links);
        }

        /** Never prints the join that must stay secret. */
        @Override
        public String toString() {
            return "Draw[…]";
        }
    }
}
