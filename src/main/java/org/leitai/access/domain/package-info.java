/** Access' rules: codes and attempts. Pure. */
@NullMarked
package org.leitai.access.domain;

import org.jspecify.annotations.NullMarked;
