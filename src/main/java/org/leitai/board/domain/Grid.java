package org.leitai.board.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Scheme;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;

/**
 * How far every sheet that is due has come. Kept step by step, because a discipline has thousands of sheets and a mark changes one:
 * {@link #touch} looks at one sheet, {@link #rebuild} at all.
 */
public final class Grid {
    private final Map<SheetId, Cell> cells = new LinkedHashMap<>();
    private final Map<Subject, List<SheetId>> sheets = new HashMap<>();
    private final Map<String, Map<Sheet.State, Integer>> counts = new LinkedHashMap<>();

    /** The state to look at all of, before the next answer. */
    private @Nullable DisciplineState pending;

    private record Subject(String stage, String number) {}

    /** One sheet. */
    public record Cell(SheetId id, String seat, Sheet.State state) {}

    /**
     * Sheets of a stage.
     *
     * @param marked every value is there, signed or not
     */
    public record Progress(int signed, int marked, int due) {
        public static final Progress NONE = new Progress(0, 0, 0);

        public Progress plus(Progress other) {
            return new Progress(signed + other.signed, marked + other.marked, due + other.due);
        }
    }

    /** Looks again at all, before anything is read: many events in a row cost one look. */
    public void rebuild(DisciplineState state) {
        pending = state;
    }

    private void settle() {
        DisciplineState state = pending;
        pending = null;
        if (state != null) {
            lookAtAll(state);
        }
    }

    private void lookAtAll(DisciplineState state) {
        cells.clear();
        sheets.clear();
        counts.clear();
        if (state.head() == null) {
            return;
        }
        for (Scheme.Stage stage : state.scheme().stages()) {
            counts.put(stage.id(), new EnumMap<>(Sheet.State.class));
            List<String> subjects = state.subjects(stage.id());
            for (Scheme.Form form : stage.forms()) {
                for (DisciplineState.Seat seat : state.panel(stage.id(), form)) {
                    subjects.forEach(
                            subject -> put(state, form, seat, new SheetId(stage.id(), form.id(), subject, seat.id())));
                }
            }
        }
    }

    /** Looks again at one sheet; those that nobody has to fill in are not kept. */
    public void touch(DisciplineState state, SheetId id) {
        if (pending != null) {
            pending = state;
            return;
        }
        Cell cell = cells.get(id);
        if (cell == null) {
            return;
        }
        Scheme.Form form = state.scheme()
                .stage(id.stage())
                .flatMap(stage -> stage.form(id.form()))
                .orElseThrow();
        count(id.stage(), cell.state, -1);
        keep(new Cell(id, cell.seat, state.sheet(id).state(form)));
    }

    private void put(DisciplineState state, Scheme.Form form, DisciplineState.Seat seat, SheetId id) {
        keep(new Cell(id, seat.label(), state.sheet(id).state(form)));
        sheets.computeIfAbsent(new Subject(id.stage(), id.subject()), none -> new ArrayList<>())
                .add(id);
    }

    private void keep(Cell cell) {
        cells.put(cell.id, cell);
        count(cell.id.stage(), cell.state, 1);
    }

    private void count(String stage, Sheet.State state, int by) {
        Map<Sheet.State, Integer> count = counts.get(stage);
        if (count != null) {
            count.merge(state, by, Integer::sum);
        }
    }

    public Iterable<Cell> cells() {
        settle();
        return cells.values();
    }

    /** One sheet; empty when nobody has to fill it in. */
    Optional<Cell> cell(SheetId id) {
        settle();
        return Optional.ofNullable(cells.get(id));
    }

    public Progress progress(String stage) {
        settle();
        Map<Sheet.State, Integer> count = counts.getOrDefault(stage, Map.of());
        int due = count.values().stream().mapToInt(Integer::intValue).sum();
        int signed = count.getOrDefault(Sheet.State.SIGNED, 0);
        return new Progress(signed, signed + count.getOrDefault(Sheet.State.COMPLETE, 0), due);
    }

    public Progress progress() {
        settle();
        Progress sum = Progress.NONE;
        for (String stage : counts.keySet()) {
            sum = sum.plus(progress(stage));
        }
        return sum;
    }

    /** Whether every sheet due for a subject of a stage is signed; false when none is due. */
    public boolean isSigned(String stage, String subject) {
        List<Cell> due = of(stage, subject);
        return !due.isEmpty() && due.stream().allMatch(cell -> cell.state == Sheet.State.SIGNED);
    }

    /** The sheets due for a subject of a stage, in order of forms and seats. */
    public List<Cell> of(String stage, String subject) {
        settle();
        return sheets.getOrDefault(new Subject(stage, subject), List.of()).stream()
                .map(cells::get)
                .toList();
    }
}
