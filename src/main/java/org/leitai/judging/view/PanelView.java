package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Disagreement;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;
import org.leitai.judging.domain.PanelCell;
import org.leitai.judging.domain.Scheme;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.SheetRules;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Judged;

/**
 * What the seats of a panel see of each other on judged aspects: how many are still missing, and once all are in, every value.
 * Rounds that failed stay to be seen with their reasons (ids of texts; the route puts the words in).
 */
final class PanelView {
    private PanelView() {}

    /** The judged cells that the seat of this sheet has marked itself. */
    static List<Doc.Obj> cells(DisciplineState state, SheetId own, Scheme.Form form) {
        return state.sheet(own).cells().keySet().stream()
                .filter(cell -> isJudged(state, own.stage(), cell))
                .sorted(Comparator.comparing(Slot.Cell::aspect)
                        .thenComparingInt(Slot.Cell::piece)
                        .thenComparingInt(Slot.Cell::attempt))
                .map(cell -> new PanelCell(state, own, form, cell))
                .filter(cell -> cell.panel().size() > 1)
                .map(PanelView::doc)
                .toList();
    }

    /** Cells on which the seats still disagree, for the chief: those that call for the chief first. */
    static List<Doc.Obj> disagreements(DisciplineState state) {
        List<PanelCell> open = new ArrayList<>();
        for (SpreadKey key : state.spreads().keySet()) {
            state.scheme()
                    .stage(key.stage())
                    .flatMap(stage -> stage.form(key.form()))
                    .ifPresent(form -> {
                        PanelCell cell = new PanelCell(
                                state,
                                new SheetId(key.stage(), key.form(), key.subject(), Act.NOBODY),
                                form,
                                key.cell());
                        if (isUnsettled(cell)) {
                            open.add(cell);
                        }
                    });
        }
        return open.stream()
                .sorted(Comparator.<PanelCell>comparingInt(cell -> -rounds(cell).size())
                        .thenComparing(cell -> cell.sheet().subject()))
                .map(PanelView::doc)
                .toList();
    }

    private static boolean isJudged(DisciplineState state, String stage, Slot.Cell cell) {
        return aspect(state, stage, cell) instanceof Judged;
    }

    private static @Nullable Aspect aspect(DisciplineState state, String stage, Slot.Cell cell) {
        return state.scheme().rulebook().aspect(stage, cell.aspect()).orElse(null);
    }

    private static boolean isUnsettled(PanelCell cell) {
        return cell.form().item(cell.cell().aspect()).filter(cell::isUnsettled).isPresent();
    }

    private static List<Disagreement.Round> rounds(PanelCell cell) {
        Disagreement known = cell.disagreement();
        return known == null ? List.of() : known.failed();
    }

    private static Doc.Obj doc(PanelCell cell) {
        int waiting = cell.waiting();
        Disagreement known = cell.disagreement();
        Aspect aspect = aspect(cell.state(), cell.sheet().stage(), cell.cell());
        return Doc.obj()
                .put("stage", cell.sheet().stage())
                .put("form", cell.form().id())
                .put("subject", cell.sheet().subject())
                .put("piece", cell.cell().piece())
                .put("aspect", cell.cell().aspect())
                .put("aspectTitle", aspect == null ? null : DisciplineView.title(aspect.title()))
                .put("attempt", cell.cell().attempt())
                .put("seats", cell.panel().size())
                .put("waiting", waiting)
                .put("votes", waiting > 0 ? List.of() : votes(cell, now(cell, known)))
                .put(
                        "sum",
                        waiting == 0 && !isUnsettled(cell) && aspect instanceof Judged judged
                                ? JudgedSum.of(cell, judged)
                                : null)
                .put("fixed", SheetRules.isFixed(cell))
                .put("again", isUnsettled(cell))
                .put("callsChief", known != null && known.callsChief() && isUnsettled(cell))
                .put(
                        "rounds",
                        rounds(cell).stream()
                                .map(round -> Doc.obj()
                                        .put("width", round.width())
                                        .put("votes", votes(cell, round.votes()))
                                        .build())
                                .toList())
                .build();
    }

    private static Map<UUID, Disagreement.Vote> now(PanelCell cell, @Nullable Disagreement known) {
        if (known != null) {
            return known.again();
        }
        return cell.values().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, vote -> new Disagreement.Vote(vote.getValue(), Act.NOBODY)));
    }

    private static List<Doc.Obj> votes(PanelCell cell, Map<UUID, Disagreement.Vote> votes) {
        return cell.panel().stream()
                .filter(seat -> votes.containsKey(seat.id()))
                .map(seat -> vote(seat, votes.get(seat.id())))
                .toList();
    }

    private static Doc.Obj vote(Seat seat, Disagreement.@Nullable Vote vote) {
        return Doc.obj()
                .put("seat", seat.id())
                .put("label", seat.label())
                .put("value", vote == null ? "" : vote.value())
                .put("reason", vote == null || vote.reason().equals(Act.NOBODY) ? null : vote.reason())
                .build();
    }
}
