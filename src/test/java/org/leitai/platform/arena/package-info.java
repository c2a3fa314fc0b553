/** Tests of {@code org.leitai.platform.arena}. */
@NullMarked
package org.leitai.platform.arena;

import org.jspecify.annotations.NullMarked;
