/** Exact numbers under test: each law beside what it must agree with. */
@NullMarked
package org.leitai.rulebook.exact;

import org.jspecify.annotations.NullMarked;
