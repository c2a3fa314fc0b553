/** The model and its readers: each rule of the language with a small example. */
@NullMarked
package org.leitai.rulebook;

import org.jspecify.annotations.NullMarked;
