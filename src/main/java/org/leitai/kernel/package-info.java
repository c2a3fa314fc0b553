/**
 * The words every part of the program shares: streams, events, commands, decisions, refusals, roles.
 *
 * <p>Pure: values and interfaces only, no clock, no I/O, no framework; safe on any thread. Everything may depend on it, it
 * depends on nothing.
 */
@NullMarked
package org.leitai.kernel;

import org.jspecify.annotations.NullMarked;
