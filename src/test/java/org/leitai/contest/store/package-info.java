/** Tests of {@code org.leitai.contest.store}. */
@NullMarked
package org.leitai.contest.store;

import org.jspecify.annotations.NullMarked;
