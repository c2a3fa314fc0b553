/**
 * What operators see: health, metrics and the log's context.
 *
 * <p>Liveness says the program runs; readiness says a request would be served now. Metrics are Prometheus text, by route and never by
 * path.
 */
@NullMarked
package org.leitai.platform.observe;

import org.jspecify.annotations.NullMarked;
