package org.leitai.kernel.doc;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/** Writes one document; not to be used twice. */
final class CanonicalWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    byte[] write(Doc doc) {
        value(doc, "", 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Doc doc, String field, int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw new DocException(field, "at most " + CanonicalJson.MAX_DEPTH + " levels deep");
        }
        switch (doc) {
            case Doc.Obj obj -> object(obj, depth);
            case Doc.Arr arr -> array(arr, field, depth);
            case Doc.Text text -> text(text.value(), field);
            case Doc.Int number -> out.append(number.value());
            case Doc.Bool bool -> out.append(bool.value());
        }
    }

    private void object(Doc.Obj obj, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Doc>> fields = obj.fields().entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, Doc> field = fields.next();
            text(field.getKey(), field.getKey());
            out.append(':');
            value(field.getValue(), field.getKey(), depth + 1);
            if (fields.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void array(Doc.Arr arr, String field, int depth) {
        out.append('[');
        for (int i = 0; i < arr.items().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(arr.items().get(i), field, depth + 1);
        }
        out.append(']');
    }

    private void text(String text, String field) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                pair(text, i++, field);
            } else {
                single(c, field);
            }
        }
        out.append('"');
    }

    private void pair(String text, int at, String field) {
        boolean whole = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!whole) {
            throw new DocException(field, "text without half surrogate pairs");
        }
        out.append(text, at, at + 2);
    }

    private void single(char c, String field) {
        switch (c) {
            case 0 -> throw new DocException(field, "text without NUL");
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append(c);
        }
    }
}
