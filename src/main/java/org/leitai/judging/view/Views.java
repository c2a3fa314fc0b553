package org.leitai.judging.view;

import java.util.List;
import java.util.function.BiFunction;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind.View;

/** The names of the views, and what answers each. A discipline that was never opened answers an empty object. */
public final class Views {
    /** {seat} → {seat, label, role, person?, forms, contest}; empty without such a seat. Asked by access at each sign-in. */
    public static final String SEAT = "seat";
    /** {} → the discipline: state, stages with forms, divisions. */
    public static final String DISCIPLINE = "discipline";
    /** {} → seats with who fills them. */
    public static final String SEATS = "seats";
    /** {seat} → all that a judge's tablet needs. */
    public static final String ASSIGNMENT = "assignment";
    /** {} → every due sheet with its state. */
    public static final String PROGRESS = "progress";
    /** {} → claims that wait for the chief. */
    public static final String CLAIMS = "claims";
    /** {} → what the chief may correct, and the corrections that stand. */
    public static final String ADJUSTMENTS = "adjustments";
    /** {} → whether lots are asked for and due, who is equal, and the orders that were recorded. */
    public static final String LOTS = "lots";
    /** {stage} → how far the opening of a sealed stage has come. */
    public static final String OPENING = "opening";
    /** {} → the whole result table as it would be published, with the position it rests on. */
    public static final String RECORD = "record";

    /** {stage, marks: [{subject, value}]} → {refused?, rows: [{index, code, detail}]}: what an import would meet. */
    public static final String IMPORT_TRIAL = "import-trial";

    /** {} → the rulebook in its canonical form, which its hash is of. */
    public static final String RULEBOOK = "rulebook";

    private Views() {}

    public static List<View<DisciplineState>> all() {
        return List.of(
                view(SEAT, SeatViews::seat),
                view(SEATS, SeatViews::seats),
                view(DISCIPLINE, DisciplineView::answer),
                view(ASSIGNMENT, AssignmentView::answer),
                view(PROGRESS, ProgressView::answer),
                view(CLAIMS, ClaimsView::answer),
                view(ADJUSTMENTS, ChiefViews::adjustments),
                view(LOTS, ChiefViews::lots),
                view(OPENING, DisciplineView::opening),
                view(RECORD, RecordView::answer),
                view(RULEBOOK, DisciplineView::rulebook),
                view(IMPORT_TRIAL, ImportTrialView::answer));
    }

    private static View<DisciplineState> view(String name, BiFunction<DisciplineState, Doc.Obj, Doc.Obj> answer) {
        return new View<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Doc.Obj answer(DisciplineState state, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
                return state.head() == null ? Doc.obj().build() : answer.apply(state, question);
            }
        };
    }
}
