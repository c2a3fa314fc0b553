/** Tests of the order and places. */
@NullMarked
package org.leitai.scoring.table;

import org.jspecify.annotations.NullMarked;
