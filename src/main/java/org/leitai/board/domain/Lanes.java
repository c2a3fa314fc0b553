package org.leitai.board.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.StageScore;

/** Team drills: the lanes in the field with phase and clock; what was taken off stays hidden until a lane is signed. */
final class Lanes {
    private final Scene scene;
    private final Disclosure disclosure;

    Lanes(Scene scene, Disclosure disclosure) {
        this.scene = scene;
        this.disclosure = disclosure;
    }

    /** The lanes that this audience may see. */
    List<Doc.Obj> all(NowCard.RowLookup rows) {
        return scene.field().lanes().stream()
                .flatMap(lane -> scene.rulebook().stage(lane.stage()).stream()
                        .filter(disclosure::showsNow)
                        .map(stage -> lane(stage, lane.subject(), rows)))
                .toList();
    }

    private Doc.Obj lane(Stage stage, String subject, NowCard.RowLookup rows) {
        Optional<UUID> entry = disclosure.joins(stage)
                ? scene.state().entry(stage.id(), subject).map(DisciplineState.Entry::id)
                : Optional.empty();
        boolean signed = scene.grid().isSigned(stage.id(), subject);
        Doc.Builder lane = Doc.obj()
                .put("stage", stage.id())
                .put("number", subject)
                .put("state", signed ? "signed" : phase(stage.id(), subject))
                .put("items", items(stage.id(), subject));
        entry.map(scene::face).ifPresent(face -> lane.put("name", face.name()).put("unit", face.unitShort()));
        time(scene, stage, subject).ifPresent(seconds -> lane.put("seconds", seconds.toPlainString()));
        limit(stage).ifPresent(limit -> lane.put("limit", limit.toDecimal().toPlainString()));
        clock(stage.id(), subject).ifPresent(clock -> lane.put("clock", clock));
        StageScore score = scene.scorer().stageScore(stage.id(), subject);
        if (signed && disclosure.showsScore(stage, score, subject)) {
            score(lane, stage, score);
            entry.flatMap(rows::row).map(row -> row.get("rank")).ifPresent(rank -> lane.put("rank", rank));
        }
        return lane.build();
    }

    /** 100 − 12.5 = 87.5; only the result where the stage has no declared points to lose. */
    private void score(Doc.Builder lane, Stage stage, StageScore score) {
        int decimals = scene.rulebook().decimals();
        BigDecimal total = score.shown();
        Ratio max = stage.tree().max();
        if (total == null) {
            return;
        }
        lane.put("total", Figures.plain(total, decimals));
        if (max != null) {
            BigDecimal base = max.toDecimal();
            lane.put("base", Figures.plain(base, decimals)).put("lost", Figures.plain(base.subtract(total), decimals));
        }
    }

    private String phase(String stage, String subject) {
        List<Grid.Cell> sheets = scene.grid().of(stage, subject);
        DisciplineState.LaneClock clock = clockOf(stage, subject);
        if (clock != null && clock.running()) {
            return "running";
        }
        boolean done = sheets.stream()
                .allMatch(cell -> cell.state() == Sheet.State.COMPLETE || cell.state() == Sheet.State.SIGNED);
        boolean begun = clock != null || sheets.stream().anyMatch(cell -> cell.state() != Sheet.State.EMPTY);
        return done ? "complete" : begun ? "marking" : "waiting";
    }

    private Doc.Obj items(String stage, String subject) {
        List<Grid.Cell> sheets = scene.grid().of(stage, subject);
        long done = sheets.stream()
                .filter(cell -> cell.state() == Sheet.State.SIGNED)
                .count();
        return Doc.obj().put("done", done).put("all", sheets.size()).build();
    }

    private Optional<Doc.Obj> clock(String stage, String subject) {
        return Optional.ofNullable(clockOf(stage, subject))
                .map(clock -> Doc.obj()
                        .put("running", clock.running())
                        .put("shown", clock.shownMillis())
                        .put("returned", clock.returnedMillis())
                        .put("since", clock.sinceMicros())
                        .build());
    }

    private DisciplineState.@org.jspecify.annotations.Nullable LaneClock clockOf(String stage, String subject) {
        return scene.state().clocks().get(new DisciplineState.Cursor(stage, subject));
    }

    private static Optional<Ratio> limit(Stage stage) {
        return stage.leaves().stream()
                .map(leaf -> leaf.aspect() instanceof Timed timed ? timed.limit() : null)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The seconds marked for a subject in a stage; empty while none are, or when the stage takes no time. */
    static Optional<BigDecimal> time(Scene scene, Stage stage, String subject) {
        return stage.leaves().stream()
                .filter(leaf -> leaf.aspect() instanceof Timed)
                .map(leaf -> leaf.aspect().id())
                .flatMap(aspect -> marked(scene, stage, subject, aspect).stream())
                .findFirst();
    }

    private static Optional<BigDecimal> marked(Scene scene, Stage stage, String subject, String aspect) {
        String form = stage.formOf(aspect).map(Form::id).orElse("");
        return scene.grid().of(stage.id(), subject).stream()
                .map(Grid.Cell::id)
                .filter(sheet -> sheet.form().equals(form))
                .flatMap(sheet -> value(scene, sheet, aspect).stream())
                .findFirst();
    }

    private static Optional<BigDecimal> value(Scene scene, SheetId sheet, String aspect) {
        return Optional.ofNullable(scene.state().sheet(sheet).cells().get(new Slot.Cell(aspect, 1, 1)))
                .flatMap(filled -> Timed.seconds(filled.mark().value()));
    }
}
