/**
 * Boards: standings of a discipline folded per audience, sent as frames, kept in Redis, served.
 *
 * <p>Concurrency: a {@code BoardFold} and its {@code BoardPublisher} belong to the keeper's thread of their discipline; routes run on
 * event loops and reach boards through the hub and Redis only, never the live standings.
 *
 * <p>Invariants: a frame is made from committed events only; what an audience may not see is not in its board, so it is in no frame,
 * page, snapshot or Redis row of it, also after a crash and rebuild.
 */
@NullMarked
package org.leitai.board;

import org.jspecify.annotations.NullMarked;
