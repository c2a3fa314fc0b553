/** How mass papers are kept. */
@NullMarked
package org.leitai.paper.store;

import org.jspecify.annotations.NullMarked;
