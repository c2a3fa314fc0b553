package org.leitai.kernel.map;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map: a hash trie 32 wide, three steps deep for 30,000 keys. The maps that every mark goes through are of this kind,
 * because binary trees of a library cost two thirds of a mark's time with 10,000 entries (load-tests/scorer). A key and its value lie
 * beside each other in their branch, since every further object is one more piece of memory to wait for. Immutable, in no order;
 * nothing is ever taken out. Keys and values are not null.
 */
public final class TrieMap<K, V> extends AbstractMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private final Branch root;
    private final int size;

    private TrieMap(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * Five bits of the hash each have their place: a key with its value, or a branch for the bits that follow. Below the last bits
     * keys of one hash follow each other, and no bit is set.
     */
    private static final class Branch {
        static final Branch EMPTY = new Branch(0, 0, new Object[0]);

        /** Bits with a key. */
        final int keys;
        /** Bits with a branch. */
        final int branches;
        /** Keys and values by turns, then branches, each in the order of their bits. */
        final Object[] slots;

        Branch(int keys, int branches, Object[] slots) {
            this.keys = keys;
            this.branches = branches;
            this.slots = slots;
        }

        int keyAt(int bit) {
            return 2 * Integer.bitCount(keys & (bit - 1));
        }

        int branchAt(int bit) {
            return 2 * Integer.bitCount(keys) + Integer.bitCount(branches & (bit - 1));
        }

        Branch replaced(int index, Object slot) {
            var copy = slots.clone();
            copy[index] = slot;
            return new Branch(keys, branches, copy);
        }

        Branch inserted(int bit, int index, Object key, Object value) {
            var copy = new Object[slots.length + 2];
            System.arraycopy(slots, 0, copy, 0, index);
            copy[index] = key;
            copy[index + 1] = value;
            System.arraycopy(slots, index, copy, index + 2, slots.length - index);
            return new Branch(keys | bit, branches, copy);
        }

        /** With a branch in the place of a key. */
        Branch deepened(int bit, Branch below) {
            var from = keyAt(bit);
            var to = branchAt(bit) - 2;
            var copy = new Object[slots.length - 1];
            System.arraycopy(slots, 0, copy, 0, from);
            System.arraycopy(slots, from + 2, copy, from, to - from);
            copy[to] = below;
            System.arraycopy(slots, to + 2, copy, to + 1, slots.length - to - 2);
            return new Branch(keys & ~bit, branches | bit, copy);
        }

        /** Where the key is among those of one hash, or the end of them. */
        int linearly(Object key) {
            var at = 0;
            while (at < slots.length && !slots[at].equals(key)) {
                at += 2;
            }
            return at;
        }
    }

    public static <K, V> TrieMap<K, V> empty() {
        return new TrieMap<>(Branch.EMPTY, 0);
    }

    private static int spread(Object key) {
        var hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & MASK);
    }

    private @Nullable Object find(Object key) {
        var hash = spread(key);
        var at = root;
        for (var shift = 0; shift < Integer.SIZE; shift += BITS) {
            var bit = bit(hash, shift);
            if ((at.keys & bit) != 0) {
                var index = at.keyAt(bit);
                return at.slots[index].equals(key) ? at.slots[index + 1] : null;
            }
            if ((at.branches & bit) == 0) {
                return null;
            }
            at = (Branch) at.slots[at.branchAt(bit)];
        }
        var index = at.linearly(key);
        return index < at.slots.length ? at.slots[index + 1] : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        return key == null ? null : (V) find(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && find(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * The map with one more key, or with another value for one. The first of equal keys stays: every mark brings one of its own, and
     * to hold the newest would touch memory that is not in the cache and fill it with keys.
     */
    public TrieMap<K, V> plus(K key, V value) {
        return new TrieMap<>(plus(root, 0, key, value), find(key) == null ? size + 1 : size);
    }

    private static Branch plus(Branch branch, int shift, Object key, Object value) {
        if (shift >= Integer.SIZE) {
            var index = branch.linearly(key);
            return index < branch.slots.length
                    ? branch.replaced(index + 1, value)
                    : branch.inserted(0, index, key, value);
        }
        var bit = bit(spread(key), shift);
        if ((branch.branches & bit) != 0) {
            var index = branch.branchAt(bit);
            return branch.replaced(index, plus((Branch) branch.slots[index], shift + BITS, key, value));
        }
        var index = branch.keyAt(bit);
        if ((branch.keys & bit) == 0) {
            return branch.inserted(bit, index, key, value);
        }
        var other = branch.slots[index];
        if (other.equals(key)) {
            return branch.replaced(index + 1, value);
        }
        var apart = plus(Branch.EMPTY, shift + BITS, other, branch.slots[index + 1]);
        return branch.deepened(bit, plus(apart, shift + BITS, key, value));
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Walk<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
        /** Of every branch on the way what is left of it, the innermost first. */
        private final ArrayDeque<Iterator<Object>> open = new ArrayDeque<>();

        private Map.@Nullable Entry<K, V> next;

        Walk(Branch root) {
            open.push(Arrays.asList(root.slots).iterator());
            next = following();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<K, V> next() {
            Map.Entry<K, V> found = next;
            if (found == null) {
                throw new NoSuchElementException();
            }
            next = following();
            return found;
        }

        @SuppressWarnings("unchecked")
        private Map.@Nullable Entry<K, V> following() {
            while (!open.isEmpty()) {
                Iterator<Object> innermost = open.element();
                if (!innermost.hasNext()) {
                    open.pop();
                    continue;
                }
                Object slot = innermost.next();
                if (!(slot instanceof Branch below)) {
                    return Map.entry((K) slot, (V) innermost.next());
                }
                open.push(Arrays.asList(below.slots).iterator());
            }
            return null;
        }
    }
}
