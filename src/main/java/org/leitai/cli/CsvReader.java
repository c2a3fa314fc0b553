package org.leitai.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated text, record by record: quotes as in RFC 4180, a byte order mark is skipped, lines that start with # are
 * comments. Bounded in the length of a cell and the number of columns, so a file of any size and any content is read in
 * constant memory or refused at its place.
 */
final class CsvReader implements Closeable {
    static final int MAX_CELL_CHARS = 10_000;
    static final int MAX_COLUMNS = 500;

    private static final int END = -1;

    private final BufferedReader in;
    private final String name;
    private int line = 1;
    private int next;

    CsvReader(Path file, Charset charset) throws IOException {
        this.name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new InputError(file.toString(), 1, null, "is a folder, not a file", "是文件夹，不是文件");
        }
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
        this.next = read();
        if (next == '\uFEFF') {
            this.next = read();
        }
    }

    /** One record and the line it starts on. */
    record Line(int number, List<String> cells) {}

    /** The next record that is neither empty nor a comment, or null at the end. */
    @Nullable Line next() throws IOException {
        while (next != END) {
            var start = line;
            if (next == '#') {
                skipLine();
                continue;
            }
            var cells = record();
            if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                return new Line(start, cells);
            }
        }
        return null;
    }

    private List<String> record() throws IOException {
        var cells = new ArrayList<String>();
        while (true) {
            cells.add(next == '"' ? quoted() : plain());
            if (cells.size() > MAX_COLUMNS) {
                throw error(cells.size(), "more than " + MAX_COLUMNS + " columns", "超过 " + MAX_COLUMNS + " 列");
            }
            if (next == ',') {
                next = read();
                continue;
            }
            if (next == '\r') {
                next = read();
            }
            if (next == '\n') {
                line++;
                next = read();
                return cells;
            }
            if (next == END) {
                return cells;
            }
            throw error(cells.size(), "text after a closing quote", "引号结束后还有文字");
        }
    }

    private String plain() throws IOException {
        var cell = new StringBuilder();
        while (next != ',' && next != '\n' && next != '\r' && next != END) {
            append(cell);
        }
        return cell.toString().strip();
    }

    private String quoted() throws IOException {
        var start = line;
        var cell = new StringBuilder();
        next = read();
        while (true) {
            if (next == END) {
                throw new InputError(name, start, null, "a quote is never closed", "引号没有结束");
            }
            if (next == '"') {
                next = read();
                if (next != '"') {
                    return cell.toString().strip();
                }
            }
            if (next == '\n') {
                line++;
            }
            append(cell);
        }
    }

    private void append(StringBuilder cell) throws IOException {
        if (cell.length() >= MAX_CELL_CHARS) {
            throw error(
                    0, "a cell has more than " + MAX_CELL_CHARS + " characters", "单元格超过 " + MAX_CELL_CHARS + " 个字符");
        }
        cell.append((char) next);
        next = read();
    }

    private void skipLine() throws IOException {
        while (next != '\n' && next != END) {
            next = read();
        }
        if (next == '\n') {
            line++;
            next = read();
        }
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (CharacterCodingException e) {
            throw error(
                    0,
                    "not in the expected character set; save as UTF-8 or say --charset GBK",
                    "编码不符，请存为 UTF-8，或加 --charset GBK");
        }
    }

    private InputError error(int column, String en, String zh) {
        return new InputError(name, line, column == 0 ? null : Integer.toString(column), en, zh);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
