/**
 * What an operator can set: every setting with its kind, preset and meaning in one list, from which the variables are read, the
 * start's report is printed and {@code src/doc/configuration.md} and {@code leitai --help} are written.
 *
 * <p>Pure: no clock, no file, no library. Secrets never leave here in a text made for people. Only the program's entrance may
 * depend on it.
 */
@NullMarked
package org.leitai.settings;

import org.jspecify.annotations.NullMarked;
