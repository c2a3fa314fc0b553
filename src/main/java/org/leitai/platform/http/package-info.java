/**
 * The HTTP edge: the contract bound operation by operation, sessions' cookies, problems, TLS, static files.
 *
 * <p>Runs on event loops; a handler never blocks. Features bind their operations through {@link org.leitai.platform.http.Operations}.
 */
@NullMarked
package org.leitai.platform.http;

import org.jspecify.annotations.NullMarked;
