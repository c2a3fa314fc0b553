/**
 * A document as a plain tree of mappings, sequences and texts with line and column, and the cursor that reads one mapping
 * of it while collecting problems instead of throwing. Pure; knows no file format.
 */
@NullMarked
package org.leitai.rulebook.tree;

import org.jspecify.annotations.NullMarked;
