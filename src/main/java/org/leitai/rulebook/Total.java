package org.leitai.rulebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/**
 * How stage scores become one total.
 *
 * @param max declared highest total, or null
 */
public record Total(Fold fold, List<Step> steps, @Nullable Ratio max) {
    /** The rounding the total ends with, if it does. */
    public Optional<Rounding> rounding() {
        return !steps.isEmpty() && steps.getLast() instanceof Step.Round round
                ? Optional.of(round.rounding())
                : Optional.empty();
    }

    /** The steps before the closing rounding. */
    public List<Step> unrounded() {
        return rounding().isPresent() ? steps.subList(0, steps.size() - 1) : steps;
    }
}
