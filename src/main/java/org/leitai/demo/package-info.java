/**
 * The demonstration: a contest day played by simulated people through the public HTTP API, as users would, on virtual threads.
 *
 * <p>It knows addresses and codes and nothing of the inside; what it can do, a user can do.
 */
@NullMarked
package org.leitai.demo;

import org.jspecify.annotations.NullMarked;
