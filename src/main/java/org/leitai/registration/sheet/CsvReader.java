package org.leitai.registration.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV as Excel and WPS write it in China: UTF-8 with or without mark, or GBK; comma, semicolon or tab; quotes doubled inside quotes. */
final class CsvReader {
    /** GB18030 contains GBK and GB2312. */
    private static final Charset GBK = Charset.forName("GB18030");

    private final String text;
    private final char separator;
    private final List<Grid.Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int at;

    private CsvReader(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<Grid.Line> lines(byte[] file) throws UnreadableSheet {
        return new CsvReader(decode(file)).parse();
    }

    /** Valid UTF-8 that is GBK by chance is next to impossible, the other way round it is common: UTF-8 is tried first. */
    static String decode(byte[] file) throws UnreadableSheet {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GBK)) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                if (text.indexOf('\0') >= 0) {
                    break;
                }
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // not this charset
            }
        }
        throw new UnreadableSheet("not-text", "the file is neither UTF-8 nor GBK text; save it as CSV UTF-8 or XLSX");
    }

    private static char separator(String text) {
        String first = text.lines().limit(10).reduce("", String::concat);
        char best = ',';
        for (char candidate : new char[] {',', '\t', ';'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private List<Grid.Line> parse() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && cell.isEmpty()) {
                quoted();
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void quoted() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return;
            }
        }
    }

    private void endCell() {
        if (cells.size() < Grid.MAX_COLUMNS) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Grid.Line(lines.size() + 1, cells));
        cells = new ArrayList<>();
    }
}
