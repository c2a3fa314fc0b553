/** What operators see. */
@NullMarked
package org.leitai.platform.observe;

import org.jspecify.annotations.NullMarked;
