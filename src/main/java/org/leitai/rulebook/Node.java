package org.leitai.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;

/** A node of a stage's marking tree: how the values below it become one value. */
public sealed interface Node {
    String id();

    Text title();

    /** With what the parent multiplies this value before it is added. */
    Ratio weight();

    List<Step> steps();

    /** Which kind of branch. */
    enum Level {
        STAGE,
        CRITERION,
        FORM
    }

    /** How children become one value: all summed, their mean, or the best n of them summed. */
    record Fold(Way way, int best) {
        public static final Fold SUM = new Fold(Way.SUM, 0);

        /** The operation. */
        public enum Way {
            SUM,
            MEAN,
            BEST,
            PRODUCT
        }
    }

    /**
     * A stage, criterion or form.
     *
     * @param panel set where seats' whole sums are combined, otherwise null
     * @param gates every veto in a form below that zeroes exactly this branch
     * @param max declared points, or null if not declared
     */
    record Branch(
            Level level,
            String id,
            Text title,
            Ratio weight,
            List<Node> children,
            Fold fold,
            @Nullable Panel panel,
            @Nullable Repeat pieces,
            @Nullable Repeat attempts,
            List<Step> steps,
            List<Leaf> gates,
            @Nullable Ratio max)
            implements Node {}

    /**
     * An aspect at its place.
     *
     * @param index position among the stage's aspects, from 0
     * @param panel how seats are combined here; not used where a branch above combines whole sums
     */
    record Leaf(Aspect aspect, int index, Ratio weight, Panel panel, List<Step> steps) implements Node {
        @Override
        public String id() {
            return aspect.id();
        }

        @Override
        public Text title() {
            return aspect.title();
        }

        /** The veto this leaf holds, or null. */
        public @Nullable Gate gate() {
            return aspect instanceof Gate gate ? gate : null;
        }
    }
}
