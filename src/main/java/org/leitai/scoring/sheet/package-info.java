/**
 * What one subject's marks in one stage come to: a sheet, and the one walk over the stage's tree that combines seats, pieces,
 * attempts and steps, exactly and traced. Pure, immutable, any thread. Only {@code scoring} uses it, {@code Slot} apart; it depends
 * on {@code rulebook} alone.
 */
@NullMarked
package org.leitai.scoring.sheet;

import org.jspecify.annotations.NullMarked;
