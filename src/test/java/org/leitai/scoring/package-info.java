/** Published tables and laws, each as a rulebook plus marks through the one door. */
@NullMarked
package org.leitai.scoring;

import org.jspecify.annotations.NullMarked;
