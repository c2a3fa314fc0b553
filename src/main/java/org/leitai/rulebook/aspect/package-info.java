/**
 * What one seat marks: aspects sealed by kind, each of which reads and checks one raw value and turns it into exact points,
 * and the values themselves. Pure and immutable. Judging checks posted marks with {@link
 * org.leitai.rulebook.aspect.Aspect#parse}; scoring turns accepted values into points.
 */
@NullMarked
package org.leitai.rulebook.aspect;

import org.jspecify.annotations.NullMarked;
