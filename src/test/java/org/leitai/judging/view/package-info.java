/** Tests of what judging shows. */
@NullMarked
package org.leitai.judging.view;

import org.jspecify.annotations.NullMarked;
