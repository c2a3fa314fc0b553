/** Tests of the demonstration. */
@NullMarked
package org.leitai.demo;

import org.jspecify.annotations.NullMarked;
