/** Tests of {@code org.leitai.registration.domain}. */
@NullMarked
package org.leitai.registration.domain;

import org.jspecify.annotations.NullMarked;
