/** Tests of {@code org.leitai.platform.cluster}. */
@NullMarked
package org.leitai.platform.cluster;

import org.jspecify.annotations.NullMarked;
