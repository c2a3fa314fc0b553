package org.leitai.platform.arena;

import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;

/** An event with the state that contains it; states share nearly everything, so keeping one costs little. */
record Fact<S, E extends Event>(Recorded<E> recorded, S after) {}
