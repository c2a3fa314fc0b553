package org.leitai.platform.ledger;

import java.util.List;
import java.util.stream.Collectors;
import org.leitai.kernel.StreamId;

/**
 * Events of one stream to be recorded together, or not at all.
 *
 * @param term the term under which the keeper owns the stream
 * @param previousSeq where the head must stand for this to be recorded
 * @param previousHash what the head must hold
 * @param events at least one, chained, without gaps from {@code previousSeq + 1}
 * @param traces the requests that caused them, for the log
 */
public record AppendBatch(
        StreamId stream,
        long term,
        long previousSeq,
        Hash previousHash,
        List<ChainedEvent> events,
        List<String> traces) {
    public AppendBatch {
        events = List.copyOf(events);
        traces = List.copyOf(traces);
    }

    /** The requests of a whole group, in order. */
    static String traces(List<AppendBatch> group) {
        return group.stream().flatMap(batch -> batch.traces().stream()).collect(Collectors.joining(","));
    }

    ChainedEvent last() {
        return events.getLast();
    }

    int bodyBytes() {
        return events.stream()
                .mapToInt(chained -> chained.event().body().length())
                .sum();
    }
}
