package org.leitai.rulebook;

/** Entries ranked, cut and awarded among themselves (组别). */
public record Division(String id, Text title) {}
