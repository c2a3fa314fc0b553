/**
 * Documents: the one shape in which events are stored, commands travel and views answer; with a canonical text form.
 *
 * <p>Pure; values are immutable. Depends on nothing but the JDK.
 */
@NullMarked
package org.leitai.kernel.doc;

import org.jspecify.annotations.NullMarked;
