/**
 * The engine on a command line: marks files in, tables out. Everything here reads bounded files and reports errors with
 * row and column; results come from {@link org.leitai.scoring.Scorer} alone. Runs on the main thread; only {@code Main}
 * depends on it.
 */
@NullMarked
package org.leitai.cli;

import org.jspecify.annotations.NullMarked;
