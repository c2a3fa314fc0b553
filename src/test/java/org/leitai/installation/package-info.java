/** Tests of the feature that knows machines: no person and no mark is shown here. */
@NullMarked
package org.leitai.installation;

import org.jspecify.annotations.NullMarked;
