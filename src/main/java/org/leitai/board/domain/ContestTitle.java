package org.leitai.board.domain;

/**
 * A contest's name in both languages and its days.
 *
 * @param firstDay as {@code 2026-11-23}, or empty; likewise {@code lastDay}
 */
public record ContestTitle(String zh, String en, String firstDay, String lastDay) {
    public ContestTitle(String zh, String en) {
        this(zh, en, "", "");
    }
}
