/**
 * The only place where results are computed: marks to scores, ranks, cuts and awards, each explainable. {@link
 * org.leitai.scoring.Scorer} is the one door. Pure and exact: no clock, no I/O, no binary floating point. A scorer is
 * confined to one thread; what it hands out is immutable. A mark goes through the packages in this order: {@code fold} keeps it,
 * {@code sheet} turns one subject's marks into a value, {@code total} makes an entry of it, {@code table} ranks, cuts and awards;
 * {@code certainty} and {@code explain} look at the same, {@code result} is what comes out. Boards, arenas and the command line depend
 * on this door, on events, results and explanations; it depends on
 * {@code rulebook} alone.
 */
@NullMarked
package org.leitai.scoring;

import org.jspecify.annotations.NullMarked;
