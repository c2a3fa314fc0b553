/**
 * Copies of the whole database in one file, and the way back.
 *
 * <p>The file is a ZIP. {@code tables/NAME.copy} holds a table's rows in PostgreSQL's COPY text format (UTF-8, bytes as hex), in
 * the order of {@code manifest.json}, which comes last and holds: {@code format} (here {@value org.leitai.platform.backup.Manifest#FORMAT}),
 * {@code program}, {@code taken} (UTC), {@code ledger}, {@code migrations} (versions of the tables' form), {@code key} (a fingerprint of
 * the installation key, which is <em>not</em> in the file), {@code streams}, {@code events}, {@code heads} (SHA-256 over all streams'
 * heads) and per table its columns, rows and SHA-256. {@code manifest.sha256} guards the manifest.
 *
 * <p>Invariants: all tables are read in one repeatable-read transaction, so a copy made while contests run is of one moment; a
 * file exists under its name only when it is whole; a copy is loaded into a database of its own and never over one that is in use.
 * Hashes find damage, not forgery: who can rewrite the file can rewrite them too, and the ledger's own chains are checked beside.
 *
 * <p>Thread: everything blocks; call it from the main thread. Only the program's entrance may depend on this package.
 */
@NullMarked
package org.leitai.platform.backup;

import org.jspecify.annotations.NullMarked;
