package org.leitai.registration.domain;

import java.util.UUID;

/**
 * A person in an entry.
 *
 * @param commitment SHA-256 over a secret salt and the person's data, hex: proves later what was registered, tells nothing by itself
 */
public record Member(UUID person, String commitment) {}
