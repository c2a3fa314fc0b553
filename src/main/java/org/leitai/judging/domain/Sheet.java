package org.leitai.judging.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.map.TrieMap;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PStack;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A form as one seat has filled it in for one subject.
 *
 * @param openClaims keys of claims on it that nobody has decided
 * @param reopening returned, or changed after signing, and not signed again yet; else null
 * @param notes what the judge wrote down beside the marks, oldest first
 */
public record Sheet(
        TrieMap<Slot.Cell, Filled> cells,
        PSet<UUID> openClaims,
        @Nullable Signature signature,
        @Nullable Reopening reopening,
        PVector<Note> notes) {
    public static final Sheet EMPTY = new Sheet(TrieMap.empty(), HashTreePSet.empty(), null, null, TreePVector.empty());

    /**
     * A cell with its value.
     *
     * @param past keys of the marks it had before, newest first, so that a second claim on one of them is recognised
     */
    public record Filled(Mark mark, PStack<UUID> past) {}

    /** A value that counts. */
    public record Mark(UUID key, String value, UUID actor, long actMicros, long recordedMicros) {
        /** When the judge entered it; when it was recorded where no device said so. */
        public long madeMicros() {
            return actMicros == 0 ? recordedMicros : actMicros;
        }
    }

    /**
     * The judge's own, and what others said to it; all of it ends when the sheet is handed back.
     *
     * @param beside by who was asked
     */
    public record Signature(Set<UUID> marks, UUID actor, long recordedMicros, PMap<Cosigner, Cosignature> beside) {
        /** Signed or refused by that one. */
        Signature with(Cosigner by, Cosignature word) {
            return new Signature(marks, actor, recordedMicros, beside.plus(by, word));
        }

        /** Whether somebody refused and the chief has not signed since. */
        public boolean isContested() {
            return !beside.containsKey(Cosigner.CHIEF)
                    && beside.values().stream().anyMatch(Cosignature::isRefused);
        }
    }

    /**
     * One co-signer's word.
     *
     * @param seat who signed with the seat's PIN; {@link Act#NOBODY} on paper or refused
     * @param refusal id of the reason's text; {@link Act#NOBODY} when signed
     */
    public record Cosignature(UUID seat, UUID refusal, long recordedMicros) {
        public boolean isRefused() {
            return !refusal.equals(Act.NOBODY);
        }
    }

    /**
     * Why and since when it is with its judge again.
     *
     * @param reason id of the chief's words; {@link Act#NOBODY} where seats that lay too far apart brought it back
     */
    public record Reopening(UUID reason, long recordedMicros) {}

    /** Words beside the marks; {@code text} is the id of the encrypted text. */
    public record Note(UUID key, UUID text, UUID actor, long madeMicros) {}

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
        if (reopened()) {
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

    public boolean reopened() {
        return reopening != null;
    }

    /** Whether somebody refused to sign beside its judge and the chief has not answered. */
    public boolean isContested() {
        return signature != null && signature.isContested();
    }

    /** Handed back by the chief's word, not by a spread. */
    public boolean isReturned() {
        return reopening != null && !reopening.reason().equals(Act.NOBODY);
    }

    Sheet mark(Slot.Cell cell, Mark mark) {
        Filled before = cells.get(cell);
        PStack<UUID> past = before == null
                ? ConsPStack.empty()
                : before.past().plus(before.mark().key());
        return with(cells.plus(cell, new Filled(mark, past)));
    }

    /** That key was on the cell once, without counting. */
    Sheet remember(Slot.Cell cell, UUID key) {
        Filled filled = cells.get(cell);
        return filled == null
                ? this
                : with(cells.plus(cell, new Filled(filled.mark(), filled.past().plus(key))));
    }

    private Sheet with(TrieMap<Slot.Cell, Filled> next) {
        return new Sheet(next, openClaims, signature, reopening, notes);
    }

    Sheet claimed(UUID claim) {
        return new Sheet(cells, openClaims.plus(claim), signature, reopening, notes);
    }

    Sheet settled(UUID claim) {
        return new Sheet(cells, openClaims.minus(claim), signature, reopening, notes);
    }

    Sheet signed(@Nullable Signature by) {
        return new Sheet(cells, openClaims, by, null, notes);
    }

    Sheet reopened(UUID why, long recordedMicros) {
        return new Sheet(cells, openClaims, null, new Reopening(why, recordedMicros), notes);
    }

    Sheet noted(Note note) {
        return new Sheet(cells, openClaims, signature, reopening, notes.plus(note));
    }

    /** A co-signer's word stands beside the judge's signature; without one there is nothing to stand beside. */
    Sheet cosigned(Cosigner by, Cosignature word) {
        return signature == null ? this : signed(signature.with(by, word));
    }
}
