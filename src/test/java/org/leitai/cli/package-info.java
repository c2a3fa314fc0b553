/** The command line tried as people use it: files in, tables out. */
@NullMarked
package org.leitai.cli;

import org.jspecify.annotations.NullMarked;
