package org.leitai.registration.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file. */
final class XlsxReader {
    /** Excel keeps 15 digits of a number: whatever is longer has lost its end, such as ID numbers typed into a number column. */
    private static final int EXACT_DIGITS = 15;

    private XlsxReader() {}

    static List<Grid.Line> lines(byte[] file) throws UnreadableSheet {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Grid.Line> lines = new ArrayList<>();
            rows.limit(Grid.MAX_ROWS * 2L).forEach(row -> lines.add(line(row)));
            return lines;
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableSheet("not-a-table", "the file is not a readable XLSX workbook");
        }
    }

    private static Grid.Line line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), Grid.MAX_COLUMNS); column++) {
            cells.add(text(row.getCell(column)));
        }
        return new Grid.Line(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? number(raw) : raw;
    }

    /** A long number is shown as Excel shows it, so that it is recognised as damaged. */
    private static String number(String raw) {
        try {
            BigDecimal value = new BigDecimal(raw);
            boolean damaged = value.precision() - value.scale() > EXACT_DIGITS;
            return damaged
                    ? "%.5E".formatted(value)
                    : value.round(new java.math.MathContext(EXACT_DIGITS))
                            .stripTrailingZeros()
                            .toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }
}
