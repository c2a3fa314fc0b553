/**
 * Commands and events of contests to and from documents. Stateless; safe on any thread.
 */
@NullMarked
package org.leitai.contest.store;

import org.jspecify.annotations.NullMarked;
