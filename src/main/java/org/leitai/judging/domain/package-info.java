/**
 * The rules of one discipline's judging, from its opening to the announcement of its results: events, commands, state, deciders.
 *
 * <p>Pure and immutable (persistent maps), so that a state which was decided on but not committed can be dropped; runs on the thread
 * of the discipline's keeper, safe on any. Invariants: a mark counts for nothing until its event is recorded; nothing overwrites a
 * mark; no sheet counts as signed whose values are not the ones that were signed; for a sealed stage the state knows numbers only.
 *
 * <p>Knows {@code kernel}; the rulebook reaches it as a {@link org.leitai.judging.domain.Scheme}. Anything of the features may
 * depend on its events and commands.
 */
@NullMarked
package org.leitai.judging.domain;

import org.jspecify.annotations.NullMarked;
