package org.leitai.rulebook.aspect;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;
import org.leitai.rulebook.tree.Tree.Mapping;

/**
 * What every aspect has.
 *
 * @param max the points it is worth (配分); zero for recorded figures
 * @param outside true if it stands outside the scheme's total, such as a time deduction or attendance
 * @param optional true if no mark at all means "nothing to say" instead of "missing"
 * @param section the occupational standard's section it belongs to, or null
 * @param round rounding of one seat's points, or null for none
 * @param source the aspect as the rulebook wrote it, for forms and explanations
 */
public record Head(
        String id,
        Text title,
        Ratio max,
        boolean outside,
        boolean optional,
        @Nullable String section,
        @Nullable Rounding round,
        Mapping source) {}
