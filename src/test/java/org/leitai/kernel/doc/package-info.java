/** Tests of {@code org.leitai.kernel.doc}. */
@NullMarked
package org.leitai.kernel.doc;

import org.jspecify.annotations.NullMarked;
