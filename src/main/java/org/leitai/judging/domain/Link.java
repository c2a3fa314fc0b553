package org.leitai.judging.domain;

import java.util.UUID;

/** A number and the entry that carries it. */
public record Link(String number, UUID entry) {}
