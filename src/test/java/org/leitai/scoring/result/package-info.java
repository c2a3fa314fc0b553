/** Tests of results and what orders them. */
@NullMarked
package org.leitai.scoring.result;

import org.jspecify.annotations.NullMarked;
