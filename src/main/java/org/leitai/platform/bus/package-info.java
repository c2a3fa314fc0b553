/**
 * The event bus: all addresses and codecs in one place.
 *
 * <p>The bus is best effort and ordered per sender and handler only: what it carries is a request that may be repeated or a
 * notification, never the truth. Every body begins with a version byte. Used by the gateway and by boards.
 */
@NullMarked
package org.leitai.platform.bus;

import org.jspecify.annotations.NullMarked;
