package org.leitai.board.domain;

import java.util.ArrayList;
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
    private final Map<Subject, Due> due = new HashMap<>();
    private final Map<String, Progress> progress = new LinkedHashMap<>();

    /** The state to look at all of, before the next answer. */
    private @Nullable DisciplineState pending;

    private record Subject(String stage, String number) {}

    /** The sheets of a subject, in order of forms and seats, and how many of them are signed. */
    private static final class Due {
        private final List<SheetId> sheets = new ArrayList<>();
        private int signed;
    }

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

        /** One sheet come that far, or with {@code by} -1 taken away. */
        private Progress plus(Sheet.State state, int by) {
            int isSigned = state == Sheet.State.SIGNED ? by : 0;
            int isMarked = state == Sheet.State.COMPLETE ? by : isSigned;
            return new Progress(signed + isSigned, marked + isMarked, due + by);
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
        due.clear();
        progress.clear();
        if (state.head() == null) {
            return;
        }
        for (Scheme.Stage stage : state.scheme().stages()) {
            progress.put(stage.id(), Progress.NONE);
            List<String> subjects = state.subjects(stage.id());
            for (Scheme.Form form : stage.forms()) {
                for (DisciplineState.Seat seat : state.panel(stage.id(), form)) {
                    subjects.forEach(
                            subject -> put(state, form, seat, new SheetId(stage.id(), form.id(), subject, seat.id())));
                }
            }
        }
    }

    /**
     * Looks again at one sheet; those that nobody has to fill in are not kept.
     *
     * @return whether it may have come further, or back
     */
    public boolean touch(DisciplineState state, SheetId id) {
        if (pending != null) {
            pending = state;
            return true;
        }
        Cell cell = cells.get(id);
        if (cell == null) {
            return false;
        }
        Scheme.Form form = state.scheme()
                .stage(id.stage())
                .flatMap(stage -> stage.form(id.form()))
                .orElseThrow();
        Sheet.State now = state.sheet(id).state(form);
        if (now == cell.state) {
            return false;
        }
        count(cell, -1);
        keep(new Cell(cell.id, cell.seat, now));
        return true;
    }

    private void put(DisciplineState state, Scheme.Form form, DisciplineState.Seat seat, SheetId id) {
        due.computeIfAbsent(new Subject(id.stage(), id.subject()), none -> new Due())
                .sheets
                .add(id);
        keep(new Cell(id, seat.label(), state.sheet(id).state(form)));
    }

    private void keep(Cell cell) {
        cells.put(cell.id, cell);
        count(cell, 1);
    }

    private void count(Cell cell, int by) {
        progress.computeIfPresent(cell.id.stage(), (stage, before) -> before.plus(cell.state, by));
        Due own = due.get(new Subject(cell.id.stage(), cell.id.subject()));
        if (own != null && cell.state == Sheet.State.SIGNED) {
            own.signed += by;
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
        return progress.getOrDefault(stage, Progress.NONE);
    }

    /** Of each stage, in order. */
    List<Progress> progressOfStages() {
        settle();
        return List.copyOf(progress.values());
    }

    public Progress progress() {
        settle();
        Progress sum = Progress.NONE;
        for (Progress stage : progress.values()) {
            sum = sum.plus(stage);
        }
        return sum;
    }

    /** Whether every sheet due for a subject of a stage is signed; false when none is due. */
    public boolean isSigned(String stage, String subject) {
        settle();
        Due own = due.get(new Subject(stage, subject));
        return own != null && own.signed == own.sheets.size();
    }

    /** The sheets due for a subject of a stage, in order of forms and seats. */
    public List<Cell> of(String stage, String subject) {
        settle();
        Due own = due.get(new Subject(stage, subject));
        return own == null ? List.of() : own.sheets.stream().map(cells::get).toList();
    }
}
