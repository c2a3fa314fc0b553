/** Tests of reading people's spreadsheets. */
@NullMarked
package org.leitai.registration.sheet;

import org.jspecify.annotations.NullMarked;
