package org.leitai.kernel.doc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small tree of values. Decimals are text ({@code "9.36"}), so that nothing is lost and nothing is rounded on the way.
 */
public sealed interface Doc {
    /** Fields in the order of their names (UTF-16 units, as RFC 8785); absent is said by leaving a field out, never by null. */
    record Obj(Map<String, Doc> fields) implements Doc {
        public Obj {
            fields = Fields.of(fields);
        }

        public @Nullable Doc get(String name) {
            return fields.get(name);
        }

        /** The text of a field that must be there; throws {@link DocException} otherwise. */
        public String text(String name) {
            return switch (get(name)) {
                case Text text -> text.value();
                case null, default -> throw new DocException(name, "a text");
            };
        }

        public @Nullable String textOrNull(String name) {
            return get(name) == null ? null : text(name);
        }

        public String text(String name, String otherwise) {
            return get(name) == null ? otherwise : text(name);
        }

        public long integer(String name) {
            return switch (get(name)) {
                case Int number -> number.value();
                case null, default -> throw new DocException(name, "a whole number");
            };
        }

        public long integer(String name, long otherwise) {
            return get(name) == null ? otherwise : integer(name);
        }

        public boolean bool(String name) {
            return switch (get(name)) {
                case Bool bool -> bool.value();
                case null, default -> throw new DocException(name, "true or false");
            };
        }

        public boolean bool(String name, boolean otherwise) {
            return get(name) == null ? otherwise : bool(name);
        }

        /** A decimal stored as text. */
        public BigDecimal decimal(String name) {
            try {
                return new BigDecimal(text(name));
            } catch (NumberFormatException e) {
                throw new DocException(name, "a decimal in quotes");
            }
        }

        public UUID uuid(String name) {
            try {
                return UUID.fromString(text(name));
            } catch (IllegalArgumentException e) {
                throw new DocException(name, "a UUID");
            }
        }

        public Obj obj(String name) {
            return switch (get(name)) {
                case Obj obj -> obj;
                case null, default -> throw new DocException(name, "an object");
            };
        }

        /** The items of a list; a field left out is an empty list. */
        public List<Doc> list(String name) {
            return switch (get(name)) {
                case null -> List.of();
                case Arr arr -> arr.items();
                default -> throw new DocException(name, "a list");
            };
        }

        public List<Obj> objects(String name) {
            return list(name).stream()
                    .map(item -> {
                        if (item instanceof Obj obj) {
                            return obj;
                        }
                        throw new DocException(name, "a list of objects");
                    })
                    .toList();
        }

        public List<String> texts(String name) {
            return list(name).stream()
                    .map(item -> {
                        if (item instanceof Text text) {
                            return text.value();
                        }
                        throw new DocException(name, "a list of texts");
                    })
                    .toList();
        }
    }

    record Arr(List<Doc> items) implements Doc {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Doc {}

    record Int(long value) implements Doc {}

    record Bool(boolean value) implements Doc {}

    static Builder obj() {
        return new Builder(Fields.NONE);
    }

    /** Begins with the fields of another object. */
    static Builder obj(Obj from) {
        return new Builder(Fields.of(from.fields));
    }

    static Doc text(String value) {
        return new Text(value);
    }

    static Doc arr(List<? extends Doc> items) {
        return new Arr(List.copyOf(items));
    }

    static Doc texts(List<String> items) {
        return new Arr(items.stream().map(item -> (Doc) new Text(item)).toList());
    }

    /** Builds an object field by field; a null value leaves the field out. */
    final class Builder {
        private static final int ROOM = 8;

        private String[] names;
        private Doc[] values;
        private int size;

        private Builder(Fields from) {
            size = from.size();
            names = Arrays.copyOf(from.names, size + ROOM);
            values = Arrays.copyOf(from.values, size + ROOM);
        }

        public Builder put(String name, @Nullable String value) {
            return put(name, value == null ? null : new Text(value));
        }

        public Builder put(String name, @Nullable UUID value) {
            return put(name, value == null ? null : new Text(value.toString()));
        }

        public Builder put(String name, @Nullable BigDecimal value) {
            return put(name, value == null ? null : new Text(value.toPlainString()));
        }

        public Builder put(String name, long value) {
            return put(name, new Int(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new Bool(value));
        }

        public Builder put(String name, @Nullable Doc value) {
            if (value != null) {
                int at = Arrays.binarySearch(names, 0, size, name);
                if (at < 0) {
                    at = -at - 1;
                    insert(at);
                    names[at] = name;
                }
                values[at] = value;
            }
            return this;
        }

        private void insert(int at) {
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            System.arraycopy(names, at, names, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
            size++;
        }

        public Builder put(String name, List<? extends Doc> items) {
            return put(name, new Arr(new ArrayList<>(items)));
        }

        public Obj build() {
            return new Obj(new Fields(Arrays.copyOf(names, size), Arrays.copyOf(values, size)));
        }
    }
}
