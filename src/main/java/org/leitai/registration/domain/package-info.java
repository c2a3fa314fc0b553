/**
 * The rules of registration: the roll's commands, events, state and decider; draws and blind numbers; what an ID number is. Pure; safe
 * on any thread. Nothing personal passes through here: people are ids and salted commitments.
 */
@NullMarked
package org.leitai.registration.domain;

import org.jspecify.annotations.NullMarked;
