/**
 * What a scorer hands out: rows, their changes, stage scores, certainty, cuts, groups. Plain values, immutable, any thread. Everybody may
 * keep and show them; this package depends on {@code rulebook} alone.
 */
@NullMarked
package org.leitai.scoring.result;

import org.jspecify.annotations.NullMarked;
