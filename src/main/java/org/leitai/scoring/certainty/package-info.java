/**
 * What can still happen while marks are missing: bounds of totals, possible places, who is safe at a cut. Pure, for {@code scoring}
 * only; depends on {@code table} and {@code total}.
 */
@NullMarked
package org.leitai.scoring.certainty;

import org.jspecify.annotations.NullMarked;
