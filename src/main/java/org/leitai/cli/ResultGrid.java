package org.leitai.cli;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.result.Status;

/** The results of all divisions as a grid; columns nothing fills are left out. */
final class ResultGrid {
    private final Scorer scorer;
    private final Map<String, String> names;
    private final Language language;
    private final boolean certainty;
    private final @Nullable String round;
    private final List<String> shown;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String key, Text title, boolean always, Function<Row, String> cell) {}

    ResultGrid(
            Scorer scorer,
            Map<String, String> names,
            Language language,
            boolean certainty,
            @Nullable String round,
            List<String> shown) {
        this.scorer = scorer;
        this.names = names;
        this.language = language;
        this.certainty = certainty;
        this.round = round;
        this.shown = List.copyOf(shown);
    }

    Grid grid() {
        var rows = new ArrayList<Row>();
        for (var division : scorer.divisions()) {
            rows.addAll(
                    round == null
                            ? scorer.rows(division)
                            : scorer.roundTables(division).getOrDefault(round, List.of()));
        }
        columns();
        var used = columns.stream()
                .filter(column -> column.always()
                        || rows.stream()
                                .anyMatch(row -> !column.cell().apply(row).isEmpty()))
                .toList();
        return new Grid(
                used.stream().map(Column::key).toList(),
                used.stream().map(column -> column.title().in(language)).toList(),
                cells(rows, used));
    }

    /** Texts are made when a row is printed, not before: of 250,000 rows they would fill hundreds of megabytes. */
    private static List<List<String>> cells(List<Row> rows, List<Column> columns) {
        return new AbstractList<>() {
            @Override
            public List<String> get(int index) {
                return columns.stream()
                        .map(column -> column.cell().apply(rows.get(index)))
                        .toList();
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    private void columns() {
        add("division", "组别", "Division", false, Row::division);
        add("rank", "名次", "Rank", true, row -> row.rank() == null ? "" : Integer.toString(row.rank()));
        add("entry", "参赛号", "Entry", true, Row::entry);
        add("name", "姓名/名称", "Name", false, row -> names.getOrDefault(row.entry(), ""));
        add("unit", "单位", "Unit", false, Row::unit);
        add("delegation", "代表队", "Delegation", false, Row::delegation);
        if (scorer.rulebook().stages().size() > 1) {
            for (var stage : stages()) {
                columns.add(new Column(
                        "stage:" + stage.id(),
                        stage.title(),
                        false,
                        row -> stage(row.stages().get(stage.id()))));
            }
        }
        for (var ref : shown) {
            add(
                    ref,
                    ref,
                    ref,
                    true,
                    row -> scorer.nodeValue(row.entry(), ref)
                            .map(value -> plain(value.toDecimal()))
                            .orElse(""));
        }
        add("total", "总成绩", "Total", true, row -> plain(row.printed()));
        add("scaled", "标准分", "Scaled", false, row -> decimal(row.scaled()));
        if (isFinal()) {
            awardColumns();
        }
        add(
                "status",
                "状态",
                "Status",
                false,
                row -> row.status() == Status.COMPETING ? "" : row.status().name());
        add("round", "赛段", "Round", false, Row::round);
        add("missing", "缺分数", "Missing marks", false, row -> row.missing() == 0 ? "" : Integer.toString(row.missing()));
        if (certainty) {
            certaintyColumns();
        }
    }

    /** After a round those that count in it or in one before; what comes later belongs to a later table. */
    private List<Stage> stages() {
        var rulebook = scorer.rulebook();
        if (round == null) {
            return rulebook.stages();
        }
        var counted = new HashSet<String>();
        for (var known : rulebook.rounds()) {
            counted.addAll(known.stages());
            if (known.id().equals(round)) {
                break;
            }
        }
        return rulebook.stages().stream()
                .filter(stage -> counted.contains(stage.id()))
                .toList();
    }

    /** Awards go by the final order; after an earlier round there are none yet. */
    private boolean isFinal() {
        return round == null || scorer.rulebook().rounds().getLast().id().equals(round);
    }

    private void awardColumns() {
        var awards = AwardTitles.of(scorer.rulebook());
        add("award", "奖项", "Award", false, row -> row.award() == null ? "" : row.award());
        add(
                "award-title",
                "奖项名称",
                "Award title",
                false,
                row -> row.award() == null
                        ? ""
                        : awards.getOrDefault(row.award(), Text.of(row.award())).in(language));
        add("honours", "荣誉", "Honours", false, row -> String.join(" ", row.honours()));
    }

    private void certaintyColumns() {
        var certainties = new HashMap<String, Certainty>();
        scorer.divisions().forEach(division -> certainties.putAll(scorer.certainties(division)));
        add(
                "lowest",
                "最低可能",
                "Lowest",
                true,
                row -> plain(certainty(certainties, row).lowest()));
        add(
                "highest",
                "最高可能",
                "Highest",
                true,
                row -> plain(certainty(certainties, row).highest()));
        add(
                "best",
                "最好名次",
                "Best rank",
                true,
                row -> whole(certainty(certainties, row).best()));
        add(
                "worst",
                "最差名次",
                "Worst rank",
                true,
                row -> whole(certainty(certainties, row).worst()));
        add(
                "certainty",
                "确定程度",
                "Certainty",
                true,
                row -> certainty(certainties, row).complete() ? "complete" : "provisional");
    }

    private static Certainty certainty(Map<String, Certainty> certainties, Row row) {
        return Objects.requireNonNull(certainties.get(row.entry()), "every row's entry is known");
    }

    private static String whole(@Nullable Integer value) {
        return value == null ? "" : Integer.toString(value);
    }

    private void add(String key, String zh, String en, boolean always, Function<Row, String> cell) {
        columns.add(new Column(key, Text.of(zh, en), always, cell));
    }

    private static String stage(@Nullable StageScore score) {
        return score == null ? "" : plain(score.shown());
    }

    private static String decimal(@Nullable Ratio value) {
        return value == null ? "" : plain(value.toDecimal());
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
