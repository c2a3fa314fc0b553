/**
 * Events and commands of a discipline as documents, and the encrypted texts that events only name.
 *
 * <p>Codecs are stateless; texts run on event loops over the SQL pool. The names of events are for ever: a new shape gets a new
 * version. Only {@code judging} and {@code results} depend on this.
 */
@NullMarked
package org.leitai.judging.store;

import org.jspecify.annotations.NullMarked;
