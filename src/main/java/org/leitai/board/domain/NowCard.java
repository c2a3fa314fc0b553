package org.leitai.board.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Sheet;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.result.StageScore;

/**
 * The card of the one whose turn it is: seats as boxes without values until all are in and the rule shows them, then the tiles, what
 * was dropped, the mean and the result.
 */
final class NowCard {
    private static final Doc.Obj NOBODY = Doc.obj().build();

    private final Scene scene;
    private final Disclosure disclosure;

    NowCard(Scene scene, Disclosure disclosure) {
        this.scene = scene;
        this.disclosure = disclosure;
    }

    /**
     * The card; empty when nobody is up.
     *
     * @param rows this audience's rows with ranks, for the rank on the card
     */
    Doc.Obj card(RowLookup rows) {
        if (scene.rulebook().kind() == Kind.TEAM_DRILL) {
            List<Doc.Obj> lanes = new Lanes(scene, disclosure).all(rows);
            return lanes.isEmpty() ? NOBODY : Doc.obj().put("lanes", lanes).build();
        }
        DisciplineState.Cursor cursor = scene.state().cursor();
        Optional<Stage> stage =
                cursor == null ? Optional.empty() : scene.rulebook().stage(cursor.stage());
        if (cursor == null || stage.isEmpty() || !disclosure.showsNow(stage.get())) {
            return NOBODY;
        }
        return card(stage.get(), cursor.subject(), rows);
    }

    /** Finds an entry's row among those this audience sees. */
    @FunctionalInterface
    interface RowLookup {
        Optional<Doc.Obj> row(UUID entry);
    }

    private Doc.Obj card(Stage stage, String subject, RowLookup rows) {
        Optional<UUID> entry = disclosure.joins(stage)
                ? scene.state().entry(stage.id(), subject).map(DisciplineState.Entry::id)
                : Optional.empty();
        Doc.Builder card = Doc.obj().put("stage", stage.id()).put("number", subject);
        entry.map(scene::face)
                .ifPresent(face -> card.put("name", face.name())
                        .put("unit", face.unitShort())
                        .put("unitFull", face.unit())
                        .put("delegation", face.delegation()));
        card.put("seats", seats(stage.id(), subject));
        StageScore score = scene.scorer().stageScore(stage.id(), subject);
        if (disclosure.showsScore(stage, score, subject)) {
            card.put("shown", shown(stage, subject, score, entry.flatMap(rows::row)));
        } else if (disclosure.holds(stage, score)) {
            card.put("held", true);
        }
        return card.build();
    }

    private List<Doc.Obj> seats(String stage, String subject) {
        var marked = new LinkedHashMap<String, Boolean>();
        for (Grid.Cell cell : scene.grid().of(stage, subject)) {
            if (!isJudge(cell)) {
                continue;
            }
            boolean done = cell.state() == Sheet.State.COMPLETE || cell.state() == Sheet.State.SIGNED;
            marked.merge(cell.seat(), done, Boolean::logicalAnd);
        }
        return marked.entrySet().stream()
                .map(seat -> Doc.obj()
                        .put("label", seat.getKey())
                        .put("state", seat.getValue() ? "marked" : "empty")
                        .build())
                .toList();
    }

    /** Timekeepers and scorers have sheets, but no box on the wall. */
    private boolean isJudge(Grid.Cell cell) {
        DisciplineState.Seat seat = scene.state().seats().get(cell.id().seat());
        return seat != null && (seat.role() == Role.JUDGE || seat.role() == Role.CHIEF_JUDGE);
    }

    private Doc.Obj shown(Stage stage, String subject, StageScore score, Optional<Doc.Obj> row) {
        Doc.Builder shown = Doc.obj();
        Tiles.of(scene, stage, subject)
                .addTo(shown, score.shown(), scene.rulebook().decimals());
        String own = score.shown() == null
                ? null
                : Figures.fixed(score.shown(), scene.rulebook().decimals());
        shown.put("total", row.map(found -> found.textOrNull("total")).orElse(own));
        row.map(found -> found.get("rank")).ifPresent(rank -> shown.put("rank", rank));
        return shown.build();
    }
}
