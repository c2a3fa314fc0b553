package org.leitai.scoring.sheet;

/**
 * Where one mark belongs.
 *
 * @param subject who is marked: an entry, a team, or a number of the stage that is joined to an entry by {@code Linked}
 * @param piece work piece from 1; 1 where the rule has none
 * @param attempt from 1; 1 where the rule has none
 */
public record Slot(String stage, String subject, int piece, String aspect, String seat, int attempt) {
    public static Slot of(String stage, String subject, String aspect, String seat) {
        return new Slot(stage, subject, 1, aspect, seat, 1);
    }
}
