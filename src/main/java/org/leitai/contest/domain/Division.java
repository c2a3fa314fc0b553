package org.leitai.contest.domain;

/** Entries of a discipline that are ranked among themselves, as its rulebook names them. */
public record Division(String id, Title title) {}
