/**
 * Exact numbers: fractions of whole numbers, and the named places where a rule rounds them. Nothing here is ever a
 * binary floating-point number. Immutable, used on any thread; depends on nothing.
 */
@NullMarked
package org.leitai.rulebook.exact;

import org.jspecify.annotations.NullMarked;
