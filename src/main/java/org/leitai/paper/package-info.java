/**
 * Mass papers: a contest of hundreds of thousands whose answers arrive as files or streams, told apart by their numbers alone.
 *
 * <p>Answers are scored when they arrive, by the discipline's rulebook, chunk by chunk on workers. What they came to is in the
 * chunk's event; the answers themselves are an evidence row that the event names by its hash, so that {@code verify} scores them again.
 *
 * <p>Concurrency: a {@code PaperBoard} belongs to its keeper's thread; routes run on event loops. Memory: one chunk an upload, and
 * what {@link org.leitai.paper.domain.PaperState} says an entry.
 *
 * <p>Invariants: a chunk is taken as a whole or not at all; the same chunk under the same key is taken once; no number counts twice.
 */
@NullMarked
package org.leitai.paper;

import org.jspecify.annotations.NullMarked;
