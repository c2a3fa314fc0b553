/** Ranked boards against a real Redis: emptied, of an older time, away. */
@NullMarked
package org.leitai.platform.redis;

import org.jspecify.annotations.NullMarked;
