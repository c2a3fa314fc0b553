/**
 * The program's entrance: {@link org.leitai.Main} reads the command line.
 *
 * <p>Thread: {@code main}. Nothing may depend on this package.
 */
@NullMarked
package org.leitai;

import org.jspecify.annotations.NullMarked;
