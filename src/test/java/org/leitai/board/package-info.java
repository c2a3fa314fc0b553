/** Boards under test: folds of given events pure, publishing and serving with real servers. */
@NullMarked
package org.leitai.board;

import org.jspecify.annotations.NullMarked;
