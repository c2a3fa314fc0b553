/**
 * Why a result is what it is: a derivation as plain data, made by the computation itself, and the same in words in both
 * languages. Console, contestant's page and command line render this data. Immutable, any thread.
 */
@NullMarked
package org.leitai.scoring.explain;

import org.jspecify.annotations.NullMarked;
