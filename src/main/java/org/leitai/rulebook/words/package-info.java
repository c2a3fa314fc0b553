/**
 * A rulebook in sentences of one language, for the console, the library and the command line alike; the words are in
 * {@code i18n/rulebook*.properties}. Pure, any thread; depends on the model alone.
 */
@NullMarked
package org.leitai.rulebook.words;

import org.jspecify.annotations.NullMarked;
