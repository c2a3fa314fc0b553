/** Ids of requests: which are taken over, and that they travel. */
@NullMarked
package org.leitai.platform.trace;

import org.jspecify.annotations.NullMarked;
