package org.leitai.kernel;

import java.util.List;

/** What a decider makes of a command. */
public sealed interface Decision<E extends Event> {
    /** The events to record, in order; empty when the wish is already true. */
    record Accepted<E extends Event>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing is recorded. */
    record Refused<E extends Event>(Refusal refusal) implements Decision<E> {}

    static <E extends Event> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends Event> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends Event> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <E extends Event> Decision<E> refuse(String code, String detail) {
        return new Refused<>(Refusal.of(code, detail));
    }
}
