/** Access' tables. Each class is the only one that touches its table. */
@NullMarked
package org.leitai.access.store;

import org.jspecify.annotations.NullMarked;
