/**
 * Judging: a discipline's keeper, what may be asked of it, and the operations of judges and of the staff around them.
 *
 * <p>Views run on the keeper's event loop, routes on the server's. A handler parses, authorises ({@code JudgingAccess}), submits,
 * renders; the rules are in {@code domain}. Names reach a judge only here, through {@link org.leitai.judging.Faces}, and only where
 * the rulebook says open. Boards and results may depend on {@code ScoringEvents}, {@code DisciplineKeeper} and the domain's types.
 */
@NullMarked
package org.leitai.judging;

import org.jspecify.annotations.NullMarked;
