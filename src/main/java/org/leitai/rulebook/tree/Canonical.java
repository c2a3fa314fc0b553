package org.leitai.rulebook.tree;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.leitai.rulebook.exact.Decimals;

/**
 * The one text of a tree: JSON with sorted names, no spaces, and every number-like text in its shortest form, so that
 * comments, order, quoting and {@code 1.50} against {@code 1.5} do not change a rulebook's hash.
 */
public final class Canonical {
    private Canonical() {}

    public static String text(Tree tree) {
        var out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(Tree tree, StringBuilder out) {
        switch (tree) {
            case Tree.Scalar scalar -> out.append(quote(scalarText(scalar)));
            case Tree.Sequence sequence -> {
                var separator = "[";
                for (var item : sequence.items()) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(sequence.items().isEmpty() ? "[]" : "]");
            }
            case Tree.Mapping mapping -> writeFields(mapping, out);
        }
    }

    private static void writeFields(Tree.Mapping mapping, StringBuilder out) {
        out.append('{');
        var separator = "";
        for (var field : new TreeMap<>(mapping.fields()).entrySet()) {
            out.append(separator).append(quote(field.getKey())).append(':');
            write(field.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static String scalarText(Tree.Scalar scalar) {
        return Decimals.parse(scalar.text())
                .map(BigDecimal::stripTrailingZeros)
                .map(Decimals::canonical)
                .orElse(scalar.text());
    }

    /** A JSON string. */
    public static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
