/**
 * What a discipline's rules say: an immutable model read from a document, with a hash over its canonical form. Pure: no
 * clock, no I/O, no Vert.x, no Jackson; used on any thread. Sub-packages: {@code exact} numbers, {@code tree} the plain
 * document, {@code aspect} what a judge marks, {@code read} document to model, {@code yaml} the one place that knows YAML,
 * {@code words} a rulebook in sentences.
 * Any feature may depend on this package; it depends on nothing of ours.
 */
@NullMarked
package org.leitai.rulebook;

import org.jspecify.annotations.NullMarked;
