/** Settings: unknown and wrong ones refused, secrets masked, documentation that agrees. */
@NullMarked
package org.leitai.settings;

import org.jspecify.annotations.NullMarked;
