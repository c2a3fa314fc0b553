package org.leitai.registration.sheet;

import java.util.List;

/** Bytes of a file to a grid, by what the bytes are and not by what the file is called. */
public final class SheetReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetReader() {}

    /**
     * Reads the first sheet of an XLSX file, or CSV.
     *
     * @throws UnreadableSheet {@code old-excel-file}, {@code not-a-table}, {@code not-text}, {@code file-empty}, {@code too-many-rows}
     */
    public static Grid read(byte[] file) throws UnreadableSheet {
        if (startsWith(file, OLD_EXCEL)) {
            throw new UnreadableSheet("old-excel-file", "this is an .xls file; save it as .xlsx or CSV UTF-8");
        }
        List<Grid.Line> lines = (startsWith(file, ZIP) ? XlsxReader.lines(file) : CsvReader.lines(file))
                .stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new UnreadableSheet("file-empty", "the file has no rows");
        }
        if (lines.size() > Grid.MAX_ROWS) {
            throw new UnreadableSheet(
                    "too-many-rows", "the file has " + lines.size() + " rows; at most " + Grid.MAX_ROWS + " at once");
        }
        return new Grid(lines);
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
