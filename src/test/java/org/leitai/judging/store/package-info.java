/** Tests of the shapes of events and commands. */
@NullMarked
package org.leitai.judging.store;

import org.jspecify.annotations.NullMarked;
