package org.leitai.registration.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One data row on its way through the checks: cleaned values and what was found. Lives on one thread. */
public final class SheetRow {
    /**
     * Something about a cell.
     *
     * @param error true when the row cannot be applied
     * @param suggestion what was probably meant; null when nobody can know
     */
    public record Finding(
            String code,
            Column column,
            boolean error,
            String detail,
            @Nullable String suggestion) {}

    private final int row;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<Finding> findings = new ArrayList<>();

    SheetRow(int row) {
        this.row = row;
    }

    /** As people count in their spreadsheet, from 1. */
    public int row() {
        return row;
    }

    /** Cleaned; empty when the cell or its column is. */
    public String value(Column column) {
        return values.getOrDefault(column, "");
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public boolean hasError() {
        return findings.stream().anyMatch(Finding::error);
    }

    void put(Column column, String value) {
        values.put(column, value);
    }

    /** A finding that keeps the row from being applied. */
    public void error(String code, Column column, String detail, @Nullable String suggestion) {
        findings.add(new Finding(code, column, true, detail, suggestion));
    }

    /** A finding that people should look at; the suggestion has been taken over. */
    public void warning(String code, Column column, String detail, @Nullable String suggestion) {
        findings.add(new Finding(code, column, false, detail, suggestion));
    }
}
