package org.leitai.judging.domain;

import java.util.UUID;

/**
 * Where one mark belongs; different seats never conflict with each other.
 *
 * @param subject the number that the judge sees, never an entry
 * @param piece work piece, from 1
 * @param attempt from 1
 */
public record Slot(String stage, String subject, int piece, String aspect, UUID seat, int attempt) {
    public static Slot of(String stage, String subject, String aspect, UUID seat) {
        return new Slot(stage, subject, 1, aspect, seat, 1);
    }

    /** Its place within its sheet. */
    public Cell cell() {
        return new Cell(aspect, piece, attempt);
    }

    /** A place within a sheet. */
    public record Cell(String aspect, int piece, int attempt) {}
}
