/**
 * Access: accounts, roles, seat cards, contestants' codes, and the sessions they open.
 *
 * <p>Rows in PostgreSQL, so that a restart keeps everyone signed in; looked up through a cache of two seconds, so that a revoked
 * session ends within five. Runs on event loops; password hashing goes to its own workers. Other features see only principals and
 * the services named in their constructors.
 */
@NullMarked
package org.leitai.access;

import org.jspecify.annotations.NullMarked;
