package org.leitai.kernel.doc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one canonical document and refuses every other spelling of it; not to be used twice. */
final class CanonicalReader {
    private static final String SHORT_ESCAPES = "\"\\btnfr";
    private static final char REPLACEMENT = '\ufffd';
    private static final String SHORT_ESCAPED = "\"\\\b\t\n\f\r";

    private final String in;
    private int at;

    CanonicalReader(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        in = text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes);
    }

    /** The replacement character may stand for wrong bytes, or have been written. */
    private static String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocException("", "valid UTF-8");
        }
    }

    Doc read() {
        Doc doc = value(0);
        if (at != in.length()) {
            throw wrong("the end");
        }
        return doc;
    }

    private Doc value(int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw wrong("at most " + CanonicalJson.MAX_DEPTH + " levels");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Doc.Text(text());
            case 't' -> word("true", new Doc.Bool(true));
            case 'f' -> word("false", new Doc.Bool(false));
            default -> new Doc.Int(number());
        };
    }

    private Doc object(int depth) {
        Map<String, Doc> fields = new LinkedHashMap<>();
        expect('{');
        String previous = null;
        while (peek() != '}') {
            if (previous != null) {
                expect(',');
            }
            String name = text();
            if (previous != null && previous.compareTo(name) >= 0) {
                throw wrong("a field name after '" + previous + "'");
            }
            expect(':');
            fields.put(name, value(depth + 1));
            previous = name;
        }
        expect('}');
        return new Doc.Obj(fields);
    }

    private Doc array(int depth) {
        List<Doc> items = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
        }
        expect(']');
        return new Doc.Arr(items);
    }

    private Doc word(String word, Doc meaning) {
        if (!in.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return meaning;
    }

    private long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < in.length() && Character.digit(in.charAt(at), 10) >= 0) {
            at++;
        }
        String digits = in.substring(start, at);
        try {
            long number = Long.parseLong(digits);
            if (Long.toString(number).equals(digits)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        at = start;
        throw wrong("a whole 64-bit number in its shortest form");
    }

    private String text() {
        expect('"');
        int start = at;
        while (at < in.length() && isPlain(in.charAt(at))) {
            at++;
        }
        String head = in.substring(start, at);
        return peek() == '"' ? closed(head) : closed(rest(new StringBuilder(head)));
    }

    private String closed(String text) {
        expect('"');
        return text;
    }

    private String rest(StringBuilder text) {
        while (peek() != '"') {
            char c = in.charAt(at);
            if (c < ' ') {
                throw wrong("an escaped control character");
            }
            at++;
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    /** Neither the end of a text, nor an escape, nor a control character. */
    private static boolean isPlain(char c) {
        return c != '"' && c != '\\' && c >= ' ';
    }

    private char escaped() {
        int known = SHORT_ESCAPES.indexOf(peek());
        if (known >= 0) {
            at++;
            return SHORT_ESCAPED.charAt(known);
        }
        return control();
    }

    private char control() {
        for (char c = 1; c < ' '; c++) {
            String spelled = String.format("u%04x", (int) c);
            if (SHORT_ESCAPED.indexOf(c) < 0 && in.startsWith(spelled, at)) {
                at += spelled.length();
                return c;
            }
        }
        throw wrong("a canonical escape");
    }

    private char peek() {
        if (at >= in.length()) {
            throw wrong("more");
        }
        return in.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    private DocException wrong(String expected) {
        return new DocException("@" + at, expected);
    }
}
