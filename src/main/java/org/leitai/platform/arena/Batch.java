package org.leitai.platform.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.AppendBatch;
import org.leitai.platform.ledger.ChainedEvent;

/**
 * Decisions on top of a standing that are not committed yet, in order, with the answers that wait for the commit. An entry
 * without events (a refusal, a repeat) is here because it was decided on undecided events and would be wrong without them.
 */
final class Batch<S, C extends Command, E extends Event> {
    private final Standing<S> start;
    private final List<Entry<C>> entries = new ArrayList<>();
    private final List<ChainedEvent> chained = new ArrayList<>();
    private final List<Fact<S, E>> facts = new ArrayList<>();
    private final Map<KnownKeys.Key, KnownKeys.Known> keys = new LinkedHashMap<>();
    private Standing<S> end;

    Batch(Standing<S> start) {
        this.start = start;
        this.end = start;
    }

    /** The place where the next command is decided. */
    Standing<S> end() {
        return end;
    }

    int commands() {
        return entries.size();
    }

    boolean hasEvents() {
        return !chained.isEmpty();
    }

    List<Fact<S, E>> facts() {
        return facts;
    }

    Map<KnownKeys.Key, KnownKeys.Known> keys() {
        return keys;
    }

    KnownKeys.@Nullable Known find(Act act) {
        return keys.get(KnownKeys.Key.of(act));
    }

    void answerLater(Waiting<C> waiting, Outcome outcome) {
        entries.add(new Entry<>(waiting, outcome, false));
    }

    void add(Waiting<C> waiting, List<ChainedEvent> events, List<Fact<S, E>> decided, Standing<S> after) {
        List<String> names =
                events.stream().map(chainedEvent -> chainedEvent.event().name()).toList();
        KnownKeys.Known known = new KnownKeys.Known(waiting.request(), after.seq(), after.recordedMicros(), names);
        entries.add(
                new Entry<>(waiting, new Outcome.Committed(after.seq(), after.recordedMicros(), names, false), true));
        keys.put(KnownKeys.Key.of(waiting.act()), known);
        chained.addAll(events);
        facts.addAll(decided);
        end = after;
    }

    AppendBatch toAppend(StreamId stream, long term) {
        return new AppendBatch(stream, term, start.seq(), start.hash(), chained, traces());
    }

    /** The requests whose events are in it; for the log. */
    private List<String> traces() {
        return authors().stream()
                .map(Waiting::trace)
                .filter(trace -> !trace.isEmpty())
                .toList();
    }

    /** Those of a later one without events rest on this one alone. */
    void answerToo(Batch<S, C, E> later) {
        entries.addAll(later.entries);
    }

    /** The batch is committed: everyone hears. */
    void answerAll() {
        entries.forEach(entry -> entry.waiting().answer().tryComplete(entry.outcome()));
    }

    /** Everyone in it, in order, to be decided again. */
    List<Waiting<C>> waiting() {
        return entries.stream().map(Entry::waiting).toList();
    }

    /** The commands whose events are in it. */
    List<Waiting<C>> authors() {
        return entries.stream().filter(Entry::hasEvents).map(Entry::waiting).toList();
    }

    private record Entry<C extends Command>(Waiting<C> waiting, Outcome outcome, boolean hasEvents) {}
}
