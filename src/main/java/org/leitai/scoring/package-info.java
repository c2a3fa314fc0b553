/**
 * The only place where results are computed: marks to scores, ranks, cuts and awards, each explainable. {@link
 * org.leitai.scoring.Scorer} is the one door. Pure and exact: no clock, no I/O, no binary floating point. A scorer is
 * confined to one thread; what it hands out is immutable. {@code sheet} turns one subject's marks into a value, the classes here
 * fold events and make tables of many, {@code explain} tells why. Boards, arenas and the command line depend on it; it depends on
 * {@code rulebook} alone.
 */
@NullMarked
package org.leitai.scoring;

import org.jspecify.annotations.NullMarked;
