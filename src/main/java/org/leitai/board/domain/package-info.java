/**
 * What an audience may see of a discipline, as pure functions of what has happened: who is named, which scores are shown, how rows
 * are ordered, what changed since the last frame.
 *
 * <p>Invariants: nothing that is shown under a name, unit or delegation varies with marks of a stage whose identities are not opened;
 * an entry's id is never part of a content, only an alias; ranks are counted among the rows that are shown.
 *
 * <p>Pure and confined to one thread (the keeper's). Knows the events and rules of judging and the scoring engine; only the rest of
 * {@code board} depends on it.
 */
@NullMarked
package org.leitai.board.domain;

import org.jspecify.annotations.NullMarked;
