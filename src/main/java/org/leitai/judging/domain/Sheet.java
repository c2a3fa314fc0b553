package org.leitai.judging.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A form as one seat has filled it in for one subject.
 *
 * @param openClaims keys of claims on it that nobody has decided
 * @param reopened returned, or changed after signing, and not signed again yet
 * @param reason of the last return
 */
public record Sheet(
        PMap<Slot.Cell, Filled> cells,
        PSet<UUID> openClaims,
        @Nullable Signature signature,
        boolean reopened,
        UUID reason) {
    public static final Sheet EMPTY = new Sheet(HashTreePMap.empty(), HashTreePSet.empty(), null, false, Act.NOBODY);

    /**
     * A cell with its value.
     *
     * @param past keys of the marks it had before, so that a second claim on one of them is recognised
     */
    public record Filled(Mark mark, PSet<UUID> past) {}

    public record Mark(UUID key, String value, UUID actor, long actMicros, long recordedMicros) {}

    public record Signature(Set<UUID> marks, UUID actor, long recordedMicros) {}

    /** What a grid shows of it. */
    public enum State {
        EMPTY,
        MARKING,
        /** Every aspect valued, to be signed. */
        COMPLETE,
        SIGNED,
        RETURNED,
        DISPUTED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state(Scheme.Form form) {
        if (!openClaims.isEmpty()) {
            return State.DISPUTED;
        }
        if (signature != null) {
            return State.SIGNED;
        }
        if (reopened) {
            return State.RETURNED;
        }
        if (cells.isEmpty()) {
            return State.EMPTY;
        }
        return missing(form).isEmpty() ? State.COMPLETE : State.MARKING;
    }

    /** The aspects without a value that must have one; named with the piece when there are several. */
    public List<String> missing(Scheme.Form form) {
        List<String> missing = new ArrayList<>();
        for (int piece = 1; piece <= form.pieces(); piece++) {
            for (Scheme.Item item : form.items()) {
                if (item.required() && !cells.containsKey(new Slot.Cell(item.aspect(), piece, 1))) {
                    missing.add(form.pieces() == 1 ? item.aspect() : item.aspect() + "#" + piece);
                }
            }
        }
        return missing;
    }

    public Set<UUID> markKeys() {
        return cells.values().stream().map(filled -> filled.mark().key()).collect(Collectors.toUnmodifiableSet());
    }

    Sheet mark(Slot.Cell cell, Mark mark) {
        Filled before = cells.get(cell);
        PSet<UUID> past = before == null
                ? HashTreePSet.empty()
                : before.past().plus(before.mark().key());
        return new Sheet(cells.plus(cell, new Filled(mark, past)), openClaims, signature, reopened, reason);
    }

    /** That key was on the cell once, without counting. */
    Sheet remember(Slot.Cell cell, UUID key) {
        Filled filled = cells.get(cell);
        return filled == null
                ? this
                : new Sheet(
                        cells.plus(cell, new Filled(filled.mark(), filled.past().plus(key))),
                        openClaims,
                        signature,
                        reopened,
                        reason);
    }

    Sheet claimed(UUID claim) {
        return new Sheet(cells, openClaims.plus(claim), signature, reopened, reason);
    }

    Sheet settled(UUID claim) {
        return new Sheet(cells, openClaims.minus(claim), signature, reopened, reason);
    }

    Sheet signed(Signature by) {
        return new Sheet(cells, openClaims, by, false, Act.NOBODY);
    }

    Sheet reopened(UUID why) {
        return new Sheet(cells, openClaims, null, true, why);
    }
}
