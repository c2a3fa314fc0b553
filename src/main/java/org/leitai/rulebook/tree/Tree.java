package org.leitai.rulebook.tree;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a document. Numbers stay texts until a field says that it wants a number. */
public sealed interface Tree {
    Mark mark();

    /** Where a value starts, both counted from 1. */
    record Mark(int line, int column) {
        public static final Mark START = new Mark(1, 1);
    }

    /** A text, number or word. {@code plain} is false when it was quoted. */
    record Scalar(String text, boolean plain, Mark mark) implements Tree {
        /** An empty plain value or {@code null}: as if the field were absent. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }
    }

    record Sequence(List<Tree> items, Mark mark) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Fields in the order of the document; {@code keys} holds where each name stands. */
    record Mapping(Map<String, Tree> fields, Map<String, Mark> keys, Mark mark) implements Tree {
        public @Nullable Tree get(String key) {
            return fields.get(key);
        }
    }
}
