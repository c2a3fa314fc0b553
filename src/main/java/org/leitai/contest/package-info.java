/**
 * Contests: what a union announces, with its disciplines, dates, officers and the library of rulebooks.
 *
 * <p>Routes run on event loops; rules are in {@code domain}, documents in {@code store}. Truth is the contest's stream; nothing here
 * keeps a table. Other features may ask {@link org.leitai.contest.Contests} and know the events, nothing else.
 */
@NullMarked
package org.leitai.contest;

import org.jspecify.annotations.NullMarked;
