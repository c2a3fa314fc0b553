/** Published results in PostgreSQL. Runs on event loops over the SQL pool; only {@code results} depends on it. */
@NullMarked
package org.leitai.results.store;

import org.jspecify.annotations.NullMarked;
