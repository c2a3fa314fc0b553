/**
 * The persistent map that states are made of where every mark goes through them.
 *
 * <p>Pure; values are immutable. Depends on nothing but the JDK.
 */
@NullMarked
package org.leitai.kernel.map;

import org.jspecify.annotations.NullMarked;
