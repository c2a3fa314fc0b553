package org.leitai.rulebook.aspect;

import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Checked.Accepted;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** One item of a marking scheme, sealed by kind. {@link Head} holds what all kinds share. */
public sealed interface Aspect
        permits PassFail, Points, CountOf, Choice, Measured, Banded, Judged, Tally, Timed, Gate, Recorded, Attendance {
    Head head();

    /** The kind's word in a rulebook, such as {@code deductions}. */
    String kind();

    /** Whether a value of the right shape is allowed. */
    Checked check(MarkValue value);

    /**
     * Reads a value as people and files write it (canonical text, and common words such as {@code 通过} or
     * {@code 8:41}), without {@code absent}, which {@link #parse} handles.
     */
    Checked read(String text);

    /** Points of an accepted value, exact, before any rounding; never called with {@code Absent}. */
    Ratio points(MarkValue value);

    /** Points of an accepted value after the aspect's own rounding, where it has one. */
    default Ratio awarded(MarkValue value) {
        var round = head().round();
        return round == null ? points(value) : round.apply(points(value));
    }

    /** The lowest and highest points any accepted value can give. */
    Bounds bounds();

    /** The lowest and highest figure that a step can work with: numbers as written, times in seconds, anything else by its points. */
    default Bounds figures() {
        return bounds();
    }

    default String id() {
        return head().id();
    }

    default Text title() {
        return head().title();
    }

    /** Whether its points are summed; recorded figures and gates are only referred to. */
    default boolean counts() {
        return true;
    }

    /** Reads and checks one posted or filed value; an empty text is an absent mark. */
    default Checked parse(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("absent")) {
            return new Accepted(new MarkValue.Absent(""));
        }
        if (stripped.startsWith("absent:")) {
            return new Accepted(new MarkValue.Absent(stripped.substring("absent:".length())));
        }
        return read(stripped).then(this::checkOrAbsent);
    }

    private Checked checkOrAbsent(MarkValue value) {
        return value instanceof MarkValue.Absent ? new Accepted(value) : check(value);
    }
}
