package org.leitai.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;

/**
 * Given these events, when this command comes, then those events follow or it is refused. One second passes with each event.
 */
public final class Scenario<S, C extends Command, E extends Event> {
    private static final Act SOMEBODY = Act.by(new UUID(7, 7), Act.NOBODY, new UUID(8, 8));

    private final Decider<S, C, E> decider;
    private S state;
    private long seq;

    private Scenario(Decider<S, C, E> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    public static <S, C extends Command, E extends Event> Scenario<S, C, E> of(
            Decider<S, C, E> decider, StreamId stream) {
        return new Scenario<>(decider, decider.initial(stream));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> given(E... events) {
        return given(Arrays.asList(events));
    }

    public Scenario<S, C, E> given(List<? extends E> events) {
        events.forEach(event -> {
            seq++;
            state = decider.evolve(state, new Recorded<>(seq, seq * 1_000_000, SOMEBODY, event));
        });
        return this;
    }

    /** The command succeeds and its events become part of the past. */
    public Scenario<S, C, E> done(C command) {
        return given(when(command).events());
    }

    public Then<E> when(C command) {
        return when(command, SOMEBODY);
    }

    public Then<E> when(C command, Act act) {
        return new Then<>(decider.decide(state, command, act, (seq + 1) * 1_000_000));
    }

    public S state() {
        return state;
    }

    /** What followed. */
    public record Then<E extends Event>(Decision<E> decision) {
        public List<E> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<E>) decision).events();
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... expected) {
            assertThat(events()).containsExactly(expected);
        }

        public void nothingHappens() {
            assertThat(events()).isEmpty();
        }

        public void refused(String code) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(((Decision.Refused<E>) decision).refusal().code()).isEqualTo(code);
        }
    }
}
