package org.leitai.kernel;

/**
 * The rules of one kind of stream, pure: the same inputs give the same outputs.
 *
 * <p>States are immutable (persistent collections), so that a state which was decided on but not committed can be dropped.
 *
 * @param <S> state
 * @param <C> sealed family of commands
 * @param <E> sealed family of events
 */
public interface Decider<S, C extends Command, E extends Event> {
    /** The state of a stream without events. */
    S initial(StreamId stream);

    /**
     * What follows from a command.
     *
     * @param nowMicros the recorded time the events would get, microseconds since 1970
     */
    Decision<E> decide(S state, C command, Act act, long nowMicros);

    /** The state after one more event; total for every event version this program reads. */
    S evolve(S state, Recorded<E> event);
}
