/**
 * A secure origin in a hall without internet: a certificate authority of this installation, and its certificate for this machine's
 * names and addresses.
 *
 * <p>Blocking file and key work; call it before the servers start or on a worker.
 */
@NullMarked
package org.leitai.platform.tls;

import org.jspecify.annotations.NullMarked;
