package org.leitai.paper.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Refusal;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.sheet.Slot;

/**
 * Scores answers entry by entry, through {@link Scorer} like everything else: each entry gets a scorer of its own, of which the sum
 * stays and the marks go. One thread at a time.
 */
public final class AnswerScorer {
    private static final String NUMBER = "number";
    private static final String SEAT = "1";

    /** More than anybody mends at one go. */
    public static final int MOST_FAULTS = 100;

    /** As in boards: chains are cut to this many decimals. */
    private static final int DECIMALS = 18;

    private final Scorer blank;
    private final Stage stage;
    private final List<Aspect> columns;

    private AnswerScorer(Rulebook rulebook, List<Aspect> columns) {
        this.blank = Scorer.of(rulebook);
        this.stage = rulebook.stages().getFirst();
        this.columns = columns;
    }

    /**
     * A cell, or a whole row, that cannot be taken.
     *
     * @param row of the chunk, from 0
     * @param why with {@code column} when it is a cell
     */
    public record Fault(int row, Refusal why) {}

    /** What a chunk came to, or why it cannot be taken. */
    public sealed interface Outcome {
        record Scored(Sums sums) implements Outcome {}

        /** Cells that keep the chunk from being taken, in order, at most {@link #MOST_FAULTS}. */
        record Bad(List<Fault> faults) implements Outcome {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Whether an entry's place follows from its own answers and the places of others: only then can answers come in chunks. */
    public static boolean fits(Rulebook rulebook) {
        return rulebook.kind() == Kind.MASS
                && rulebook.stages().size() == 1
                && rulebook.divisions().isEmpty()
                && rulebook.rounds().isEmpty()
                && rulebook.standardise() == null
                && rulebook.stages().getFirst().standardise() == null
                && rulebook.ranking().ties().stream().noneMatch(tie -> tie instanceof Tie.MoreDecimals);
    }

    /**
     * Reads the heading {@code number,<aspect>,…}: every aspect of the paper once, in any order.
     *
     * @return empty when columns are missing, unknown or twice
     */
    public static Optional<AnswerScorer> of(Rulebook rulebook, String heading) {
        List<String> names = List.of(heading.strip().split(",", -1));
        Stage stage = rulebook.stages().getFirst();
        Set<String> wanted = new HashSet<>();
        stage.leaves().forEach(leaf -> wanted.add(leaf.id()));
        List<String> found = names.subList(1, names.size());
        if (!names.getFirst().equals(NUMBER) || found.size() != wanted.size() || !wanted.equals(new HashSet<>(found))) {
            return Optional.empty();
        }
        List<Aspect> columns =
                found.stream().map(name -> stage.aspect(name).orElseThrow()).toList();
        return Optional.of(new AnswerScorer(rulebook, columns));
    }

    /** Scores a chunk. */
    public Outcome score(List<String> rows) {
        List<Sums.Sum> sums = new ArrayList<>(rows.size());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size() && faults.size() < MOST_FAULTS; i++) {
            int row = i;
            List<Refusal> why = new ArrayList<>();
            sum(rows.get(i), why).ifPresent(sums::add);
            why.stream()
                    .limit(MOST_FAULTS - faults.size())
                    .map(one -> new Fault(row, one))
                    .forEach(faults::add);
        }
        return faults.isEmpty() ? new Outcome.Scored(Sums.of(sums)) : new Outcome.Bad(faults);
    }

    /** Empty when something was added to the reasons. */
    private Optional<Sums.Sum> sum(String line, List<Refusal> why) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size() + 1) {
            why.add(Refusal.of("cells", "a row has " + (columns.size() + 1) + " cells, not " + cells.length));
            return Optional.empty();
        }
        String number = cells[0];
        if (!Sums.isNumber(number)) {
            why.add(Refusal.of("number", "a number has 1 to 18 digits, not '" + number + "'")
                    .with("column", NUMBER));
        }
        Scorer scorer = blank.fork();
        scorer.apply(new EntryAdmitted(number, "", "", "", List.of()));
        for (int i = 0; i < columns.size(); i++) {
            mark(number, columns.get(i), cells[i + 1], why).ifPresent(scorer::apply);
        }
        return why.isEmpty() ? sum(number, scorer.row(number).orElseThrow(), why) : Optional.empty();
    }

    private Optional<MarkSet> mark(String number, Aspect aspect, String text, List<Refusal> why) {
        if (text.isBlank()) {
            why.add(Refusal.of("missing", "there is no " + aspect.id()).with("column", aspect.id()));
            return Optional.empty();
        }
        return switch (aspect.parse(text)) {
            case Checked.Accepted accepted ->
                Optional.of(new MarkSet(Slot.of(stage.id(), number, aspect.id(), SEAT), accepted.value()));
            case Checked.Refused refused -> {
                why.add(Refusal.of(refused.code(), refused.message().en()).with("column", aspect.id()));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Sums.Sum> sum(String number, Row row, List<Refusal> why) {
        BigDecimal printed = row.printed();
        if (row.rank() == null || printed == null || row.missing() > 0) {
            why.add(Refusal.of("incomplete", "these answers do not come to a total"));
            return Optional.empty();
        }
        List<@Nullable BigDecimal> chain = new ArrayList<>();
        row.sortKey()
                .parts()
                .forEach(part -> chain.add(part == null ? null : part.toDecimal(DECIMALS, RoundingMode.FLOOR)));
        return Optional.of(new Sums.Sum(number, printed.toPlainString(), chain));
    }
}
