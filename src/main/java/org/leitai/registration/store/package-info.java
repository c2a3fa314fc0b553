/**
 * Registration's documents and tables: codecs of the roll, the vault of people's data, sealed draws, imports waiting to be applied.
 *
 * <p>Codecs are stateless. Everything that names a person is encrypted before it leaves this package for PostgreSQL.
 */
@NullMarked
package org.leitai.registration.store;

import org.jspecify.annotations.NullMarked;
