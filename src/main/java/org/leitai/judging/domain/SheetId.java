package org.leitai.judging.domain;

import java.util.UUID;

/** One form filled in for one subject by one seat: what is signed. */
public record SheetId(String stage, String form, String subject, UUID seat) {
    /** The place of a cell of this sheet. */
    public Slot slot(Slot.Cell cell) {
        return new Slot(stage, subject, cell.piece(), cell.aspect(), seat, cell.attempt());
    }
}
