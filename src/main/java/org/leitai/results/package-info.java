/**
 * Results: lock, opening of identities by two officers, issue by the chief, announcement, and what was published.
 *
 * <p>Runs on event loops. The rules are the discipline's (package {@code judging}); here are the acts' operations and the published
 * record: the whole table with its explanations, kept byte by byte, whose hash the ledger names. After the issue every answer comes
 * from that record, never from a new computation. Names are added when read, so that an erased person leaves them.
 */
@NullMarked
package org.leitai.results;

import org.jspecify.annotations.NullMarked;
