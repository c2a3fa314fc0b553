/**
 * From the plain tree of a document to the rulebook's model, section by section, and the checks that no schema can make.
 * Pure; every complaint is a located problem. Only {@code rulebook.yaml} calls it.
 */
@NullMarked
package org.leitai.rulebook.read;

import org.jspecify.annotations.NullMarked;
