/** How mass papers are kept: events and commands as documents, answers as evidence rows. */
@NullMarked
package org.leitai.paper.store;

import org.jspecify.annotations.NullMarked;
