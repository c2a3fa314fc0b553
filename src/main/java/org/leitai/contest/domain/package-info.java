/**
 * The rules of a contest's stream: commands, events, state and decider. Pure; safe on any thread.
 */
@NullMarked
package org.leitai.contest.domain;

import org.jspecify.annotations.NullMarked;
