/**
 * The gateway: the one door through which commands and questions reach keepers, wherever in the cluster they are.
 */
@NullMarked
package org.leitai.platform.gateway;

import org.jspecify.annotations.NullMarked;
