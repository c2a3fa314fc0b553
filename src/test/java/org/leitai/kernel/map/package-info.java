/** Tests of the persistent map. */
@NullMarked
package org.leitai.kernel.map;

import org.jspecify.annotations.NullMarked;
