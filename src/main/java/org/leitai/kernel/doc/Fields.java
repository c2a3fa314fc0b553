package org.leitai.kernel.doc;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object's fields in the order of their names; never changed. Objects are small, so two arrays are cheaper than a tree. */
final class Fields extends AbstractMap<String, Doc> {
    static final Fields NONE = new Fields(new String[0], new Doc[0]);

    final String[] names;
    final Doc[] values;

    /** Takes the arrays as they are: names sorted, each once. */
    Fields(String[] names, Doc[] values) {
        this.names = names;
        this.values = values;
    }

    static Fields of(Map<String, Doc> fields) {
        if (fields instanceof Fields sorted) {
            return sorted;
        }
        String[] names = fields.keySet().toArray(String[]::new);
        Arrays.sort(names);
        return new Fields(names, Arrays.stream(names).map(fields::get).toArray(Doc[]::new));
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable Doc get(@Nullable Object name) {
        int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Doc> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields
                ? Arrays.equals(names, fields.names) && Arrays.equals(values, fields.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Set<Map.Entry<String, Doc>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, Doc>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, Doc>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < names.length;
            }

            @Override
            public Map.Entry<String, Doc> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return Map.entry(names[next], values[next++]);
            }
        };
    }
}
