/** Tests of {@code org.leitai.contest}. */
@NullMarked
package org.leitai.contest;

import org.jspecify.annotations.NullMarked;
