/**
 * The ledger: the append-only, hash-chained record of everything that happened; the only truth.
 *
 * <p><b>Writing.</b> {@link org.leitai.platform.ledger.Appender} collects ready batches of all keepers of a node into one
 * statement, which moves the heads by compare-and-set and inserts the events of those that moved. A keeper has at most one
 * batch under way, so batches of one stream never race within a node; between nodes the head decides. There are four ends:
 * written, fenced, definitely not recorded, and <em>in doubt</em>. Who is in doubt takes the stream under the next term
 * ({@link org.leitai.platform.ledger.Ledger#takeAgain}): that waits for a statement still at work on the head and shuts out
 * any later one, so the head it returns is final.
 *
 * <p><b>Invariants</b>, kept by the database itself (V1__ledger.sql): events are never changed or removed; heads move forward
 * only, and only with their event; a command's events are recorded once per (stream, device, key).
 *
 * <p><b>Threads.</b> Everything is asynchronous and safe on any thread; the appender works on an event loop of its own.
 *
 * <p>Features see {@link org.leitai.platform.ledger.EventCodec} and {@link org.leitai.platform.ledger.Streams}; the rest
 * belongs to keepers and the {@code verify} command.
 */
@NullMarked
package org.leitai.platform.ledger;

import org.jspecify.annotations.NullMarked;
