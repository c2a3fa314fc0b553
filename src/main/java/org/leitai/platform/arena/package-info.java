/**
 * Keepers: the single writer of one stream at run time. The keeper of a discipline is the arena.
 *
 * <p>A keeper decides on its own event loop, hands batches to the ledger's appender, answers a command after its commit and never
 * before. Features give it rules through {@link org.leitai.platform.arena.KeeperKind}; it knows no feature.
 */
@NullMarked
package org.leitai.platform.arena;

import org.jspecify.annotations.NullMarked;
