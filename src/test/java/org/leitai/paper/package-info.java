/** Mass papers with real servers. */
@NullMarked
package org.leitai.paper;

import org.jspecify.annotations.NullMarked;
