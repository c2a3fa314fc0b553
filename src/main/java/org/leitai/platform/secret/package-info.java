/**
 * The installation's key: seals what must not be read in the database, and fingerprints codes so that they can be looked up but not
 * guessed from a copy of it.
 *
 * <p>Safe on any thread; no I/O after loading. Anything outside pure packages may use it.
 */
@NullMarked
package org.leitai.platform.secret;

import org.jspecify.annotations.NullMarked;
