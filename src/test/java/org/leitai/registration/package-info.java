/** Tests of {@code org.leitai.registration}. */
@NullMarked
package org.leitai.registration;

import org.jspecify.annotations.NullMarked;
