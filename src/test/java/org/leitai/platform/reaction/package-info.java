/** Tests of {@code org.leitai.platform.reaction}. */
@NullMarked
package org.leitai.platform.reaction;

import org.jspecify.annotations.NullMarked;
