package org.leitai.scoring.sheet;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;

/** Listens to one evaluation in order, so that explanations come from the computation itself and cannot drift from it. */
public interface Trace {
    Trace SILENT = new Trace() {};

    default void enter(Node node) {}

    default void leave(Node node, @Nullable Ratio value) {}

    default void seat(String seat) {}

    default void seatDone(String seat, @Nullable Ratio value) {}

    /** A work piece or an attempt begins. */
    default void part(String what, int number) {}

    default void partDone(String what, int number, @Nullable Ratio value) {}

    default void mark(Leaf leaf, SeatMark mark, @Nullable Ratio points) {}

    default void panel(Panel panel, PanelOutcome outcome) {}

    default void step(Step step, @Nullable Ratio figure, Ratio before, Ratio after) {}

    default void gate(Leaf gate, MarkValue value) {}

    /** Several parts became one value; {@code what} is the word of the rule that did it. */
    default void taken(String what, @Nullable Ratio value) {}
}
