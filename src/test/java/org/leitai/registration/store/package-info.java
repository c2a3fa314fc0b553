/** Tests of {@code org.leitai.registration.store}. */
@NullMarked
package org.leitai.registration.store;

import org.jspecify.annotations.NullMarked;
