/** Tests of {@code org.leitai.platform.pack}. */
@NullMarked
package org.leitai.platform.pack;

import org.jspecify.annotations.NullMarked;
