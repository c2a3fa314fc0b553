/**
 * The ledger: the append-only, hash-chained record of everything that happened; the only truth.
 */
@NullMarked
package org.leitai.platform.ledger;

import org.jspecify.annotations.NullMarked;
