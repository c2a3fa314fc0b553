package org.leitai.kernel;

/**
 * An event with its place in the stream.
 *
 * @param seq 1 for the stream's first event, without gaps
 * @param recordedMicros microseconds since 1970, never less than the previous event's
 */
public record Recorded<E extends Event>(long seq, long recordedMicros, Act act, E event) {}
