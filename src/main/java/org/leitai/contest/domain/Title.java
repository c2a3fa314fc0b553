package org.leitai.contest.domain;

/** What something is called, Chinese first; the English text may be empty. */
public record Title(String zh, String en) {}
