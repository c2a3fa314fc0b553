/**
 * Which request the work at hand belongs to: one id from the edge through gateway, bus and keeper to the appender's group, so that
 * a line in one node's log is found again in another's.
 *
 * <p>The id lives with a request's own (duplicated) Vert.x context and is read from there; where work of many requests is done
 * together, ids are handed on by name. An id says nothing about a person and decides nothing. Safe on any thread. Any station may
 * depend on this package; it depends on none.
 */
@NullMarked
package org.leitai.platform.trace;

import org.jspecify.annotations.NullMarked;
