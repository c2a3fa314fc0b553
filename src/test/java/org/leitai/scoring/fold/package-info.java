/** Tests of the folding of events. */
@NullMarked
package org.leitai.scoring.fold;

import org.jspecify.annotations.NullMarked;
