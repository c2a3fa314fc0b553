/**
 * Packs: stretches of a stream, packed in the background so that a long stream loads quickly.
 *
 * <p>Invariant: a pack holds the very events of the ledger, not a state made of them. Whoever reads one hashes its events and
 * compares with the chain that the ledger holds; one that is damaged, forged or of another codec is ignored, and its events are
 * read one by one. So no pack can show what the ledger does not say, and none goes out of date with a new engine.
 *
 * <p>Packing runs on workers, one stretch at a time a node; two nodes that pack the same stretch write the same. Used by the
 * keepers alone.
 */
@NullMarked
package org.leitai.platform.pack;

import org.jspecify.annotations.NullMarked;
