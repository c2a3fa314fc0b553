/** Tests of the gateway. */
@NullMarked
package org.leitai.platform.gateway;

import org.jspecify.annotations.NullMarked;
