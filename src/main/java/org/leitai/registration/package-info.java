/**
 * Registration: units, entries, people, imports, draws, blind numbers, check-in, erasure.
 *
 * <p>Routes run on event loops; rules are in {@code domain}, tables in {@code store}, reading files in {@code sheet}. Truth is the roll's
 * stream; people's names live encrypted in {@code person_secret} alone. Judging and boards meet it through {@link
 * org.leitai.registration.People} and {@link org.leitai.registration.SealedDraws}.
 */
@NullMarked
package org.leitai.registration;

import org.jspecify.annotations.NullMarked;
