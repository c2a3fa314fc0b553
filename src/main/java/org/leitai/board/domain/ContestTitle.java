package org.leitai.board.domain;

/** A contest's name in both languages. */
public record ContestTitle(String zh, String en) {}
