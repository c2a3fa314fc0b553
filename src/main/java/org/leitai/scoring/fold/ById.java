package org.leitai.scoring.fold;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map by id: a hash trie 32 wide, three steps deep for 30,000 ids. The two maps that every mark goes through are of
 * this kind, because binary trees of a library cost two thirds of a mark's time with 10,000 entries (load-tests/scorer). An id and
 * its value lie beside each other in their branch, since every further object is one more piece of memory to wait for. Immutable,
 * in no order; nothing is ever taken out.
 */
public final class ById<V> extends AbstractMap<String, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private final Branch root;
    private final int size;

    private ById(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * Five bits of the hash each have their place: an id with its value, or a branch for the bits that follow. Below the last bits
     * ids of one hash follow each other, and no bit is set.
     */
    private static final class Branch {
        static final Branch EMPTY = new Branch(0, 0, new Object[0]);

        /** Bits with an id. */
        final int ids;
        /** Bits with a branch. */
        final int branches;
        /** Ids and values by turns, then branches, each in the order of their bits. */
        final Object[] slots;

        Branch(int ids, int branches, Object[] slots) {
            this.ids = ids;
            this.branches = branches;
            this.slots = slots;
        }

        int idAt(int bit) {
            return 2 * Integer.bitCount(ids & (bit - 1));
        }

        int branchAt(int bit) {
            return 2 * Integer.bitCount(ids) + Integer.bitCount(branches & (bit - 1));
        }

        Branch replaced(int index, Object slot) {
            var copy = slots.clone();
            copy[index] = slot;
            return new Branch(ids, branches, copy);
        }

        Branch inserted(int bit, int index, String id, Object value) {
            var copy = new Object[slots.length + 2];
            System.arraycopy(slots, 0, copy, 0, index);
            copy[index] = id;
            copy[index + 1] = value;
            System.arraycopy(slots, index, copy, index + 2, slots.length - index);
            return new Branch(ids | bit, branches, copy);
        }

        /** With a branch in the place of an id. */
        Branch deepened(int bit, Branch below) {
            var from = idAt(bit);
            var to = branchAt(bit) - 2;
            var copy = new Object[slots.length - 1];
            System.arraycopy(slots, 0, copy, 0, from);
            System.arraycopy(slots, from + 2, copy, from, to - from);
            copy[to] = below;
            System.arraycopy(slots, to + 2, copy, to + 1, slots.length - to - 2);
            return new Branch(ids & ~bit, branches | bit, copy);
        }

        /** Where the id is among those of one hash, or the end of them. */
        int linearly(String id) {
            var at = 0;
            while (at < slots.length && !slots[at].equals(id)) {
                at += 2;
            }
            return at;
        }
    }

    static <V> ById<V> empty() {
        return new ById<>(Branch.EMPTY, 0);
    }

    private static int spread(String id) {
        var hash = id.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & MASK);
    }

    private @Nullable Object find(String id) {
        var hash = spread(id);
        var at = root;
        for (var shift = 0; shift < Integer.SIZE; shift += BITS) {
            var bit = bit(hash, shift);
            if ((at.ids & bit) != 0) {
                var index = at.idAt(bit);
                return at.slots[index].equals(id) ? at.slots[index + 1] : null;
            }
            if ((at.branches & bit) == 0) {
                return null;
            }
            at = (Branch) at.slots[at.branchAt(bit)];
        }
        var index = at.linearly(id);
        return index < at.slots.length ? at.slots[index + 1] : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object id) {
        return id instanceof String text ? (V) find(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return id instanceof String text && find(text) != null;
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * The map with one more id, or with another value for one. The id's first text stays: every mark brings an equal one of its
     * own, and to hold the newest would touch memory that is not in the cache and fill it with texts.
     */
    public ById<V> plus(String id, V value) {
        return new ById<>(plus(root, 0, id, value), find(id) == null ? size + 1 : size);
    }

    private static Branch plus(Branch branch, int shift, String id, Object value) {
        if (shift >= Integer.SIZE) {
            var index = branch.linearly(id);
            return index < branch.slots.length
                    ? branch.replaced(index + 1, value)
                    : branch.inserted(0, index, id, value);
        }
        var bit = bit(spread(id), shift);
        if ((branch.branches & bit) != 0) {
            var index = branch.branchAt(bit);
            return branch.replaced(index, plus((Branch) branch.slots[index], shift + BITS, id, value));
        }
        var index = branch.idAt(bit);
        if ((branch.ids & bit) == 0) {
            return branch.inserted(bit, index, id, value);
        }
        var other = (String) branch.slots[index];
        if (other.equals(id)) {
            return branch.replaced(index + 1, value);
        }
        var apart = plus(Branch.EMPTY, shift + BITS, other, branch.slots[index + 1]);
        return branch.deepened(bit, plus(apart, shift + BITS, id, value));
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                var all = new ArrayList<Map.Entry<String, V>>(size);
                collect(root, all);
                return all.iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <V> void collect(Branch branch, List<Map.Entry<String, V>> all) {
        for (var at = 0; at < branch.slots.length; at++) {
            if (branch.slots[at] instanceof Branch below) {
                collect(below, all);
            } else {
                all.add(Map.entry((String) branch.slots[at], (V) branch.slots[++at]));
            }
        }
    }
}
