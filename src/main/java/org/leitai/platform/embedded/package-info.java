/**
 * The PostgreSQL and Redis servers that come along: real servers, unpacked, started and stopped with the program.
 *
 * <p>Layout of a data folder: {@code FORMAT} (what this folder is), {@code leitai.lock} (held while a program uses it),
 * {@code servers.secret} (passwords, readable by the owner only), {@code programs/} (unpacked servers),
 * {@code postgres/} (the cluster), {@code redis/}, {@code log/}.
 *
 * <p>Invariants: the servers listen on the loopback address only and ask for a password; PostgreSQL runs with
 * {@code fsync}, {@code full_page_writes} and {@code synchronous_commit}; each server runs in a session of its own, so
 * that Ctrl-C reaches the program alone and it can drain before they stop; one program at a time uses a folder. Redis
 * holds nothing that cannot be rebuilt, so it saves nothing. A server that ends by itself is started again.
 *
 * <p>Thread: everything here blocks; call it from the main thread or a worker. Only the program's entrance and tests may
 * depend on this package.
 */
@NullMarked
package org.leitai.platform.embedded;

import org.jspecify.annotations.NullMarked;
