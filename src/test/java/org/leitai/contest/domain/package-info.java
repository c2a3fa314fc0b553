/** Tests of {@code org.leitai.contest.domain}. */
@NullMarked
package org.leitai.contest.domain;

import org.jspecify.annotations.NullMarked;
