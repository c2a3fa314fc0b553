/**
 * Redis: a bounded link to it, and ranked boards kept in it.
 *
 * <p>Redis holds nothing that cannot be rebuilt; whoever writes here keeps the truth elsewhere. Every call has a deadline, the
 * number of connections and of waiting calls is bounded, and a failed call is answered as failed: nothing is retried behind the
 * caller's back, because whether it was done is not known.
 *
 * <p>Safe on any event loop; futures complete on the caller's context. Features that keep boards may depend on it.
 */
@NullMarked
package org.leitai.platform.redis;

import org.jspecify.annotations.NullMarked;
