/** Tests of {@code org.leitai.platform.ledger}. */
@NullMarked
package org.leitai.platform.ledger;

import org.jspecify.annotations.NullMarked;
