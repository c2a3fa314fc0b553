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
 * this kind, because binary trees of a library cost two thirds of a mark's time with 10,000 entries (load-tests/scorer). Immutable,
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

    /** One slot for each bit that is set: a branch, or a pair. */
    private static final class Branch {
        static final Branch EMPTY = new Branch(0, new Object[0]);

        final int bits;
        final Object[] slots;

        Branch(int bits, Object[] slots) {
            this.bits = bits;
            this.slots = slots;
        }

        int index(int bit) {
            return Integer.bitCount(bits & (bit - 1));
        }

        Branch replaced(int index, Object slot) {
            var copy = slots.clone();
            copy[index] = slot;
            return new Branch(bits, copy);
        }

        Branch inserted(int bit, Object slot) {
            var index = index(bit);
            var copy = new Object[slots.length + 1];
            System.arraycopy(slots, 0, copy, 0, index);
            System.arraycopy(slots, index, copy, index + 1, slots.length - index);
            copy[index] = slot;
            return new Branch(bits | bit, copy);
        }
    }

    /** An id with its value, and others whose hash is the same. */
    private record Pair(String id, Object value, @Nullable Pair next) {
        int hash() {
            return spread(id);
        }

        @Nullable Pair find(String wanted) {
            for (var pair = this; pair != null; pair = pair.next) {
                if (pair.id.equals(wanted)) {
                    return pair;
                }
            }
            return null;
        }

        @Nullable Pair without(String other) {
            return id.equals(other) ? next : new Pair(id, value, next == null ? null : next.without(other));
        }
    }

    static <V> ById<V> empty() {
        return new ById<>(Branch.EMPTY, 0);
    }

    private static int spread(String id) {
        var hash = id.hashCode();
        return hash ^ (hash >>> 16);
    }

    private @Nullable Pair find(String id) {
        var hash = spread(id);
        var at = root;
        for (var rest = hash; ; rest >>>= BITS) {
            var bit = 1 << (rest & MASK);
            if ((at.bits & bit) == 0) {
                return null;
            }
            var slot = at.slots[at.index(bit)];
            if (slot instanceof Pair pair) {
                return pair.find(id);
            }
            at = (Branch) slot;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object id) {
        var pair = id instanceof String text ? find(text) : null;
        return pair == null ? null : (V) pair.value;
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
     * The map with one more pair, or with another value for an id. The id's first text stays: every mark brings an equal one of its
     * own, and to hold the newest would touch memory that is not in the cache and fill it with texts.
     */
    public ById<V> plus(String id, V value) {
        var former = find(id);
        var pair = new Pair(former == null ? id : former.id, value, null);
        return new ById<>(plus(root, 0, spread(id), pair), former == null ? size + 1 : size);
    }

    private static Branch plus(Branch branch, int shift, int hash, Pair pair) {
        var bit = 1 << ((hash >>> shift) & MASK);
        if ((branch.bits & bit) == 0) {
            return branch.inserted(bit, pair);
        }
        var index = branch.index(bit);
        return branch.replaced(
                index,
                switch (branch.slots[index]) {
                    case Branch below -> plus(below, shift + BITS, hash, pair);
                    case Pair other when other.hash() == hash -> new Pair(pair.id, pair.value, other.without(pair.id));
                    case Object other -> apart((Pair) other, pair, shift + BITS, hash);
                });
    }

    private static Branch apart(Pair other, Pair pair, int shift, int hash) {
        var bit = 1 << ((other.hash() >>> shift) & MASK);
        return plus(new Branch(bit, new Object[] {other}), shift, hash, pair);
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
        for (var slot : branch.slots) {
            if (slot instanceof Branch below) {
                collect(below, all);
            }
            for (var pair = slot instanceof Pair first ? first : null; pair != null; pair = pair.next) {
                all.add(Map.entry(pair.id, (V) pair.value));
            }
        }
    }
}
