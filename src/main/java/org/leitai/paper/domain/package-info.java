/** Pure rules of mass papers: what answers come to, and which of them are taken. Knows no library, clock or file. */
@NullMarked
package org.leitai.paper.domain;

import org.jspecify.annotations.NullMarked;
