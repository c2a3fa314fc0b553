package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;

/**
 * All marks of one subject in one stage, by aspect. Immutable: a changed mark makes a new sheet that shares every other
 * aspect's marks.
 */
public final class Sheet {
    private static final SeatMark[] NO_MARKS = {};
    /** Aspects are kept in blocks of 2^4, so that a changed mark copies a block and not the whole sheet. */
    private static final int BLOCK_BITS = 4;

    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final SeatMark[][] NO_BLOCK = new SeatMark[BLOCK][];

    static {
        Arrays.fill(NO_BLOCK, NO_MARKS);
    }

    private final SeatMark[][][] blocks;
    private final Map<String, Ratio> adjustments;
    /** What the marks come to, where it was kept from mark to mark; null where it has to be computed. */
    private final AdditiveTree.@Nullable Running running;

    private Sheet(SeatMark[][][] blocks, Map<String, Ratio> adjustments, AdditiveTree.@Nullable Running running) {
        this.blocks = blocks;
        this.adjustments = adjustments;
        this.running = running;
    }

    public static Sheet empty(Stage stage) {
        var blocks = new SeatMark[(stage.leaves().size() + BLOCK - 1) / BLOCK][][];
        Arrays.fill(blocks, NO_BLOCK);
        return new Sheet(blocks, Map.of(), null);
    }

    public AdditiveTree.@Nullable Running running() {
        return running;
    }

    public Sheet running(AdditiveTree.Running kept) {
        return new Sheet(blocks, adjustments, kept);
    }

    public SeatMark[] marks(int leaf) {
        return blocks[leaf >> BLOCK_BITS][leaf & (BLOCK - 1)];
    }

    public @Nullable Ratio adjustment(String node) {
        return adjustments.get(node);
    }

    public @Nullable SeatMark find(int leaf, Slot slot) {
        var at = indexOf(leaf, slot);
        return at < 0 ? null : marks(leaf)[at];
    }

    private int indexOf(int leaf, Slot slot) {
        var marks = marks(leaf);
        for (var at = 0; at < marks.length; at++) {
            if (marks[at].isAt(slot)) {
                return at;
            }
        }
        return -1;
    }

    /** Nothing marked and nothing adjusted. */
    public boolean isUntouched() {
        return adjustments.isEmpty() && isEmpty();
    }

    boolean isEmpty() {
        for (var block : blocks) {
            for (var marks : block) {
                if (marks.length > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The sheet with the slot's mark replaced, or removed if {@code value} is null. */
    public Sheet with(int leaf, Slot slot, @Nullable MarkValue value) {
        var marks = marks(leaf);
        var at = indexOf(leaf, slot);
        if (value == null) {
            return at < 0 ? this : replacing(leaf, without(marks, at));
        }
        var changed = at < 0 ? Arrays.copyOf(marks, marks.length + 1) : marks.clone();
        changed[at < 0 ? marks.length : at] = new SeatMark(slot.seat(), slot.piece(), slot.attempt(), value);
        return replacing(leaf, changed);
    }

    private static SeatMark[] without(SeatMark[] marks, int at) {
        var rest = Arrays.copyOf(marks, marks.length - 1);
        System.arraycopy(marks, at + 1, rest, at, rest.length - at);
        return rest;
    }

    private Sheet replacing(int leaf, SeatMark[] marks) {
        var copy = blocks.clone();
        var block = blocks[leaf >> BLOCK_BITS].clone();
        block[leaf & (BLOCK - 1)] = marks;
        copy[leaf >> BLOCK_BITS] = block;
        return new Sheet(copy, adjustments, null);
    }

    public Sheet adjusted(String node, Ratio by) {
        var copy = new TreeMap<>(adjustments);
        copy.put(node, by);
        return new Sheet(blocks, Map.copyOf(copy), null);
    }

    /**
     * Both sheets' marks, the other's as work piece {@code piece}, for pieces that carried numbers of their own; with 0 as the pieces
     * they are. What the chief adjusted under a number stays adjusted.
     */
    public Sheet merged(Sheet other, int piece) {
        if (piece == 0 && isUntouched()) {
            return other;
        }
        var copy = blocks.clone();
        for (var at = 0; at < copy.length; at++) {
            copy[at] = merged(blocks[at], other.blocks[at], piece);
        }
        var both = new TreeMap<>(adjustments);
        both.putAll(other.adjustments);
        return new Sheet(copy, Map.copyOf(both), null);
    }

    private static SeatMark[][] merged(SeatMark[][] own, SeatMark[][] others, int piece) {
        var both = own.clone();
        for (var leaf = 0; leaf < both.length; leaf++) {
            var marks = new ArrayList<>(List.of(own[leaf]));
            for (var mark : others[leaf]) {
                marks.add(piece == 0 ? mark : new SeatMark(mark.seat(), piece, mark.attempt(), mark.value()));
            }
            both[leaf] = marks.toArray(SeatMark[]::new);
        }
        return both;
    }
}
