package org.leitai.registration.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.leitai.registration.domain.IdNumber;
import org.leitai.registration.domain.Plain;
import org.leitai.registration.domain.Unit;

/** What is wrong with the rows of a file, against itself and against what the contest knows. Never throws for bad rows. */
public final class Checks {
    private static final int MAX_NAME_CHARS = 40;

    /**
     * What the contest knows.
     *
     * @param units names and short names on the roll
     * @param delegations names and codes
     * @param divisions ids and titles; empty when the discipline has none
     * @param numbers entry numbers that may stand in a file of results
     */
    public record Known(
            Set<String> units, Set<String> delegations, Set<String> divisions, Set<String> numbers, LocalDate today) {
        public Known {
            units = Set.copyOf(units);
            delegations = Set.copyOf(delegations);
            divisions = Set.copyOf(divisions);
            numbers = Set.copyOf(numbers);
        }
    }

    private final ImportKind kind;
    private final Known known;
    private final Map<String, Integer> seen = new HashMap<>();

    private Checks(ImportKind kind, Known known) {
        this.kind = kind;
        this.known = known;
    }

    /** The columns that were recognised, and the rows below the headings. */
    public record Checked(Set<Column> columns, List<SheetRow> rows) {}

    /**
     * Checks a grid.
     *
     * @throws UnreadableSheet {@code columns-missing}
     */
    public static Checked of(Grid grid, ImportKind kind, Known known) throws UnreadableSheet {
        Headings headings = Headings.find(grid, kind.required());
        var checks = new Checks(kind, known);
        List<SheetRow> rows = new ArrayList<>();
        for (Grid.Line line :
                grid.rows().subList(headings.last() + 1, grid.rows().size())) {
            SheetRow row = new SheetRow(line.row());
            headings.columns().forEach((column, cell) -> row.put(column, Plain.of(line.cell(cell))));
            checks.check(row);
            rows.add(row);
        }
        return new Checked(EnumSet.copyOf(headings.columns().keySet()), rows);
    }

    private void check(SheetRow row) {
        switch (kind) {
            case UNITS -> unitRow(row);
            case ENTRIES -> entryRow(row);
            case THEORY -> theoryRow(row);
        }
    }

    private void unitRow(SheetRow row) {
        if (!there(row, Column.UNIT)) {
            return;
        }
        String name = row.value(Column.UNIT);
        if (name.length() > Unit.MAX_NAME_CHARS) {
            row.error("too-long", Column.UNIT, "at most " + Unit.MAX_NAME_CHARS + " characters", null);
        }
        if (known.units().stream().anyMatch(other -> Unit.key(other).equals(Unit.key(name)))) {
            row.error("unit-exists", Column.UNIT, "this unit is on the roll already; remove the row", null);
        }
        once(row, Column.UNIT, Unit.key(name));
        if (there(row, Column.DELEGATION)) {
            oneOf(row, Column.DELEGATION, "delegation-unknown", known.delegations());
        }
        if (row.value(Column.SHORT).length() > Unit.MAX_SHORT_CHARS) {
            String shorter = row.value(Column.SHORT).substring(0, Unit.MAX_SHORT_CHARS);
            row.error("too-long", Column.SHORT, "at most " + Unit.MAX_SHORT_CHARS + " characters", shorter);
        }
    }

    private void entryRow(SheetRow row) {
        name(row);
        if (there(row, Column.UNIT)) {
            oneOf(row, Column.UNIT, "unit-unknown", known.units());
        }
        idNumber(row);
        phone(row);
        if (!known.divisions().isEmpty() && there(row, Column.DIVISION)) {
            oneOf(row, Column.DIVISION, "division-unknown", known.divisions());
        }
    }

    /** Spaces between Chinese characters are there to align columns: {@code 张 三} is 张三. */
    private static void name(SheetRow row) {
        if (!there(row, Column.NAME)) {
            return;
        }
        String name = row.value(Column.NAME);
        String tight = name.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
        if (!tight.equals(name)) {
            row.warning("name-with-spaces", Column.NAME, "spaces inside the name were removed", tight);
            row.put(Column.NAME, tight);
        }
        if (people(row).stream().anyMatch(person -> person.length() > MAX_NAME_CHARS)) {
            row.error("too-long", Column.NAME, "at most " + MAX_NAME_CHARS + " characters", null);
        }
    }

    /** Who a row names: one person, or a team's members in one cell. */
    public static List<String> people(SheetRow row) {
        return row.value(Column.TEAM).isEmpty()
                ? List.of(row.value(Column.NAME))
                : Stream.of(row.value(Column.NAME).split("[、,;/]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private void idNumber(SheetRow row) {
        String number = IdNumber.normal(row.value(Column.ID_NUMBER));
        if (number.isEmpty()) {
            return;
        }
        row.put(Column.ID_NUMBER, number);
        switch (IdNumber.check(number, known.today())) {
            case NONE -> once(row, Column.ID_NUMBER, number);
            case SCIENTIFIC ->
                row.error(
                        "id-number-damaged",
                        Column.ID_NUMBER,
                        "the spreadsheet kept only 15 digits; format the column as text and type the number again",
                        null);
            case SHAPE -> row.error("id-number-shape", Column.ID_NUMBER, "17 digits and a digit or X are needed", null);
            case BIRTH_DATE ->
                row.error("id-number-birth", Column.ID_NUMBER, "digits 7 to 14 are not a possible day of birth", null);
            case CHECK_DIGIT ->
                row.error(
                        "id-number-check",
                        Column.ID_NUMBER,
                        "a digit is wrong: the check digit does not fit the other 17",
                        null);
        }
    }

    private static void phone(SheetRow row) {
        String phone = row.value(Column.PHONE).replace(" ", "").replace("-", "");
        row.put(Column.PHONE, phone);
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9]{5,15}")) {
            row.error("phone-invalid", Column.PHONE, "5 to 15 digits are needed", null);
        }
    }

    private void theoryRow(SheetRow row) {
        if (there(row, Column.NUMBER)) {
            oneOf(row, Column.NUMBER, "number-unknown", known.numbers());
            once(row, Column.NUMBER, Unit.key(row.value(Column.NUMBER)));
        }
        if (there(row, Column.SCORE)) {
            try {
                row.put(Column.SCORE, new BigDecimal(row.value(Column.SCORE)).toPlainString());
            } catch (NumberFormatException e) {
                row.error("score-not-a-number", Column.SCORE, "a score such as 86.5 is needed", null);
            }
        }
    }

    private static boolean there(SheetRow row, Column column) {
        boolean there = !row.value(column).isEmpty();
        if (!there) {
            row.error("cell-empty", column, "this cell must not be empty", null);
        }
        return there;
    }

    private static void oneOf(SheetRow row, Column column, String code, Set<String> known) {
        String wanted = row.value(column);
        known.stream()
                .filter(candidate -> Unit.key(candidate).equals(Unit.key(wanted)))
                .findFirst()
                .ifPresentOrElse(
                        exact -> row.put(column, exact),
                        () -> row.error(code, column, "'" + wanted + "' is not known", Nearest.of(wanted, known)));
    }

    private void once(SheetRow row, Column column, String key) {
        Integer before = seen.putIfAbsent(column + "/" + key, row.row());
        if (before != null) {
            row.error("twice-in-file", column, "the same is in row " + before, null);
        }
    }
}
