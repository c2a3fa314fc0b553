package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.sheet.Slot;

/**
 * Reads marks into scorers, one line a mark, straight through: the file is never held. Several scorers may be fed at once
 * (a comparison of two rulebooks); a mark that only one of them knows is given to that one alone.
 */
final class MarksFile {
    private static final List<String> KNOWN =
            List.of("entry", "stage", "round", "piece", "attempt", "aspect", "judge", "value");
    private static final int PROGRESS_EVERY = 100_000;
    private static final int MAX_ERRORS = 20;
    private static final int MAX_VALUES = 20_000;

    private final Scorer scorer;
    private final Set<String> subjects;
    private final boolean closedField;
    private final @Nullable Long wanted;
    private final PrintWriter err;
    private final SlotCheck check;
    private final Map<String, String> texts = new HashMap<>();
    /** The first values that came: most lines repeat one of few. */
    private final Map<MarkValue, MarkValue> values = new HashMap<>();

    private int errors;
    private long count;
    /** Of the scorer after the wanted number of marks; negative before. */
    private long seqThen = -1;

    /**
     * A reader for one scorer.
     *
     * @param wanted how many marks were in at the moment that is asked for, or null for all of them; then the scorer remembers
     * @param subjects known entries and teams
     * @param closedField true if only these may be marked; otherwise a new entry is admitted by its first mark
     */
    MarksFile(Scorer scorer, Set<String> subjects, boolean closedField, @Nullable Long wanted, PrintWriter err) {
        this.scorer = scorer;
        this.subjects = subjects;
        this.closedField = closedField;
        this.wanted = wanted;
        this.err = err;
        this.check = new SlotCheck(scorer.rulebook());
    }

    /** Returns how many lines were bad; each was reported with its place. */
    int read(Path file, Charset charset) throws IOException {
        try (var csv = new CsvReader(file, charset)) {
            var name = String.valueOf(file.getFileName());
            var header = csv.next();
            if (header == null) {
                throw new InputError(name, 1, null, "the file is empty", "文件为空");
            }
            var columns = Columns.of(name, header, KNOWN, List.of("entry", "aspect", "value"));
            keepMoment();
            for (var line = csv.next(); line != null && errors < MAX_ERRORS; line = csv.next()) {
                one(columns, line);
                count++;
                keepMoment();
                if (count % PROGRESS_EVERY == 0) {
                    err.println("… " + count + " marks read（已读 " + count + " 条）");
                    err.flush();
                }
            }
            if (count == 0) {
                err.println(name + " holds no marks（" + name + " 中没有分数）");
            }
        }
        return errors;
    }

    private void keepMoment() {
        if (wanted != null && count == wanted) {
            seqThen = scorer.seq();
        }
    }

    /** The scorer as it stood at the wanted moment; empty when there are fewer marks. */
    Optional<Scorer> then() {
        if (wanted == null) {
            return Optional.of(scorer);
        }
        if (seqThen < 0) {
            err.println("--as-of " + wanted + ": there are only " + count + " marks（只有 " + count + " 条分数）");
            return Optional.empty();
        }
        return Optional.of(scorer.asOf(seqThen));
    }

    private void one(Columns columns, CsvReader.Line line) {
        try {
            mark(columns, line);
        } catch (InputError e) {
            err.println(e.getMessage());
            errors++;
        }
    }

    private void mark(Columns columns, CsvReader.Line line) {
        var rulebook = scorer.rulebook();
        var entry = text(columns.get(line, "entry"));
        var stage = stage(rulebook, columns, line);
        var aspectId = text(columns.get(line, "aspect"));
        var aspect = rulebook.aspect(stage, aspectId)
                .orElseThrow(() -> columns.error(
                        line,
                        "aspect",
                        "stage '" + stage + "' has no aspect '" + aspectId + "'",
                        "模块“" + stage + "”没有评分点“" + aspectId + "”"));
        admit(columns, line, entry);
        var judge = columns.get(line, "judge");
        var slot = new Slot(
                stage,
                entry,
                number(columns, line, "piece"),
                aspectId,
                judge.isEmpty() ? "1" : text(judge),
                number(columns, line, "attempt"));
        check.fault(slot).ifPresent(fault -> {
            throw columns.error(
                    line, fault.column(), fault.text().en(), fault.text().zh());
        });
        if (scorer.mark(slot).isPresent()) {
            throw columns.error(line, "value", "this mark stands twice", "此分数重复");
        }
        switch (aspect.parse(columns.get(line, "value"))) {
            case Checked.Accepted accepted -> scorer.apply(new MarkSet(slot, value(accepted.value())));
            case Checked.Refused refused ->
                throw columns.error(
                        line, "value", refused.message().en(), refused.message().zh());
        }
    }

    private void admit(Columns columns, CsvReader.Line line, String entry) {
        if (entry.isEmpty()) {
            throw columns.error(line, "entry", "is empty", "不能为空");
        }
        if (!subjects.contains(entry)) {
            if (closedField) {
                throw columns.error(
                        line, "entry", "'" + entry + "' is not in the entries file", "“" + entry + "”不在参赛名单中");
            }
            subjects.add(entry);
            var division = scorer.rulebook().divisions().isEmpty()
                    ? ""
                    : scorer.rulebook().divisions().getFirst().id();
            scorer.apply(new EntryAdmitted(entry, division, "", "", List.of()));
        }
    }

    private String stage(Rulebook rulebook, Columns columns, CsvReader.Line line) {
        var named = columns.get(line, columns.has("stage") ? "stage" : "round");
        if (named.isEmpty() && rulebook.stages().size() == 1) {
            return rulebook.stages().getFirst().id();
        }
        if (rulebook.stage(named).isEmpty()) {
            throw columns.error(
                    line,
                    columns.has("round") && !columns.has("stage") ? "round" : "stage",
                    "there is no stage '" + named + "'",
                    "没有模块“" + named + "”");
        }
        return text(named);
    }

    private static int number(Columns columns, CsvReader.Line line, String column) {
        var text = columns.get(line, column);
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw columns.error(line, column, "'" + text + "' is not a number from 1", "“" + text + "”不是从 1 起的序号");
        }
        return Integer.parseInt(text);
    }

    /** One copy of a value that many lines repeat. */
    private MarkValue value(MarkValue value) {
        var known = values.get(value);
        if (known == null && values.size() < MAX_VALUES) {
            values.put(value, value);
        }
        return known == null ? value : known;
    }

    /** One copy of each text, however many lines repeat it. */
    private String text(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
