package org.leitai.board.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Sheet;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.result.Status;

/** An audience's rows. A row's total is shown only when nothing counts in it that the audience may not see. */
final class Rows {

    private final Scene scene;
    private final Disclosure disclosure;
    private final Aliases aliases;

    Rows(Scene scene, Disclosure disclosure, Aliases aliases) {
        this.scene = scene;
        this.disclosure = disclosure;
        this.aliases = aliases;
    }

    List<BoardRow> all() {
        if (!disclosure.showsRows()) {
            return List.of();
        }
        var rows = new ArrayList<BoardRow>();
        for (String division : scene.scorer().divisions()) {
            for (Row row : scene.scorer().rows(division)) {
                rows.add(row(UUID.fromString(row.entry()), row));
            }
        }
        return rows;
    }

    /** One entry's row; empty when this audience sees none. */
    Optional<BoardRow> of(UUID entry) {
        return disclosure.showsRows()
                ? scene.scorer().row(entry.toString()).map(row -> row(entry, row))
                : Optional.empty();
    }

    private BoardRow row(UUID entry, Row row) {
        String id = aliases.of(Board.ROW_LAYER, entry);
        Shown shown = shown(row, entry);
        String number = number(entry);
        Doc.Builder body = Doc.obj()
                .put("id", id)
                .put("division", row.division())
                .put("number", number)
                .put("status", status(row.status()))
                .put("stages", shown.stages())
                .put(
                        "certainty",
                        shown.whole() ? HeadPart.certainty(scene.state().phase()) : "provisional");
        if (disclosure.namesRows()) {
            Face face = scene.face(entry);
            body.put("name", face.name())
                    .put("unit", face.unitShort())
                    .put("unitFull", face.unit())
                    .put("delegation", face.delegation());
        }
        if (shown.held()) {
            body.put("held", true);
        }
        if (scene.rulebook().kind() == Kind.TEAM_DRILL) {
            drill(body, entry);
        }
        change(entry, row).ifPresent(change -> body.put("change", change));
        if (shown.total()) {
            body.put("total", row.printed());
            body.put("scaled", row.scaled() == null ? null : row.scaled().toDecimal());
        }
        if (disclosure.showsAwards()) {
            body.put("award", row.award());
        }
        boolean ranked = shown.total() && shown.whole() && row.rank() != null;
        if (!ranked) {
            body.put("ranked", false);
        }
        String key = ranked
                ? RankKey.ranked(chain(row))
                : RankKey.unranked(status(row.status()) + (number == null ? id : number));
        return new BoardRow(id, row.division(), key, body.build());
    }

    /**
     * What of a row is shown.
     *
     * @param total whether the total holds nothing but stages that are shown
     * @param whole whether every stage is shown
     * @param held whether something is all there and kept back by the rule
     */
    private record Shown(Doc.Obj stages, boolean total, boolean whole, boolean held) {}

    private Shown shown(Row row, UUID entry) {
        Doc.Builder scores = Doc.obj();
        boolean any = false;
        boolean hidden = false;
        boolean whole = true;
        boolean held = false;
        for (Stage stage : scene.rulebook().stages()) {
            if (!stage.isFor(row.division())) {
                continue;
            }
            StageScore score = row.stages().get(stage.id());
            if (disclosure.showsScore(stage, score, numberIn(stage, entry))) {
                scores.put(stage.id(), text(score));
                any = true;
            } else {
                whole = false;
                held |= disclosure.holds(stage, score);
                hidden |= hasValue(score) || !disclosure.joins(stage);
            }
        }
        return new Shown(scores.build(), any && !hidden, whole, held);
    }

    /** Times of the stages that are shown, and how many of the entry's sheets are signed. */
    private void drill(Doc.Builder body, UUID entry) {
        Doc.Builder times = Doc.obj();
        long done = 0;
        long all = 0;
        for (Stage stage : scene.rulebook().stages()) {
            String number = numberIn(stage, entry);
            if (number == null || !disclosure.joins(stage)) {
                continue;
            }
            for (Grid.Cell sheet : scene.grid().of(stage.id(), number)) {
                all++;
                done += sheet.state() == Sheet.State.SIGNED ? 1 : 0;
            }
            if (disclosure.showsScore(stage, scene.scorer().stageScore(stage.id(), number), number)) {
                Lanes.time(scene, stage, number).ifPresent(time -> times.put(stage.id(), time.toPlainString()));
            }
        }
        body.put("times", times.build());
        body.put("items", Doc.obj().put("done", done).put("all", all).build());
    }

    /** The newest correction of a score that this audience sees. */
    private Optional<Doc.Obj> change(UUID entry, Row row) {
        return scene.rulebook().stages().stream()
                .filter(stage -> stage.isFor(row.division()))
                .flatMap(stage -> Optional.ofNullable(numberIn(stage, entry))
                        .filter(number ->
                                disclosure.showsScore(stage, row.stages().get(stage.id()), number))
                        .flatMap(number -> scene.corrections().of(stage.id(), number))
                        .stream())
                .max(Comparator.comparingLong(Corrections.Change::atMicros))
                .map(change -> Doc.obj()
                        .put(
                                "from",
                                Figures.fixed(change.from(), scene.rulebook().decimals()))
                        .put("to", Figures.fixed(change.to(), scene.rulebook().decimals()))
                        .put("at", change.atMicros())
                        .build());
    }

    private static boolean hasValue(@Nullable StageScore score) {
        return score != null && score.value() != null;
    }

    private @Nullable String numberIn(Stage stage, UUID entry) {
        return scene.roster().number(scene.state(), stage.id(), entry);
    }

    /** The number that stands in the row: of the first stage whose numbers this audience may see beside the rest of the row. */
    private @Nullable String number(UUID entry) {
        boolean named = disclosure.namesRows();
        for (Stage stage : scene.rulebook().stages()) {
            String number = numberIn(stage, entry);
            if (number != null && (!named || disclosure.joins(stage))) {
                return number;
            }
        }
        return null;
    }

    /** Scores of stages are printed exactly, or, where division makes them endless, with one decimal more than totals. */
    private @Nullable String text(@Nullable StageScore score) {
        BigDecimal value = score == null ? null : score.shown();
        return value == null ? null : Figures.plain(value, scene.rulebook().decimals());
    }

    private static List<@Nullable BigDecimal> chain(Row row) {
        var chain = new ArrayList<@Nullable BigDecimal>();
        row.sortKey().parts().forEach(part -> chain.add(part == null ? null : part.toDecimal(18, RoundingMode.FLOOR)));
        return chain;
    }

    private static String status(Status status) {
        return status == Status.COMPETING ? "active" : status.name().toLowerCase(Locale.ROOT);
    }
}
