/** What audiences may see, tested without any server. */
@NullMarked
package org.leitai.board.domain;

import org.jspecify.annotations.NullMarked;
