/** Tests of judging. */
@NullMarked
package org.leitai.judging;

import org.jspecify.annotations.NullMarked;
