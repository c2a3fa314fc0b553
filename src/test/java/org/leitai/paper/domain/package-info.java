/** The rules of mass papers, pure. */
@NullMarked
package org.leitai.paper.domain;

import org.jspecify.annotations.NullMarked;
