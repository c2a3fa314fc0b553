/**
 * One entry at a time: stages, total, tie values; and what stages or totals become when they are standardised over a field. Pure
 * functions of the state, for {@code scoring} only; depends on {@code fold} and {@code sheet}.
 */
@NullMarked
package org.leitai.scoring.total;

import org.jspecify.annotations.NullMarked;
