/**
 * From events to state: what a scorer is told and what it has been told so far, in persistent maps that forks share. Nothing is computed
 * here. {@code ScoringEvent} and {@code Changes} are for everybody, the rest for {@code scoring}; depends on {@code sheet}.
 */
@NullMarked
package org.leitai.scoring.fold;

import org.jspecify.annotations.NullMarked;
