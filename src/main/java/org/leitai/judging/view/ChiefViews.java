package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leitai.judging.domain.AdjustmentRules;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Adjusted;
import org.leitai.judging.domain.DisciplineState.Adjustment;
import org.leitai.judging.domain.LotRules;
import org.leitai.judging.domain.ScoringEvents;
import org.leitai.kernel.doc.Doc;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Row;

/**
 * What the chief may add to the judges' marks, and what was added. Corrections go by number; who is equal is told by entry, and only
 * once everything else is known: by then no identity is sealed.
 */
final class ChiefViews {
    private ChiefViews() {}

    static Doc.Obj adjustments(DisciplineState state, Doc.Obj question) {
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put(
                        "adjustable",
                        AdjustmentRules.adjustable(state).stream()
                                .map(one -> Doc.obj()
                                        .put("stage", one.stage().id())
                                        .put(
                                                "stageTitle",
                                                DisciplineView.title(one.stage().title()))
                                        .put("node", one.node().id())
                                        .put(
                                                "title",
                                                DisciplineView.title(one.node().title()))
                                        .put(
                                                "least",
                                                AspectDocs.number(one.bounds().least()))
                                        .put(
                                                "most",
                                                AspectDocs.number(one.bounds().most()))
                                        .put(
                                                "subjects",
                                                Doc.texts(state.subjects(
                                                        one.stage().id())))
                                        .build())
                                .toList())
                .put(
                        "adjustments",
                        state.adjustments().entrySet().stream()
                                .map(one -> adjustment(one.getKey(), one.getValue()))
                                .toList())
                .build();
    }

    private static Doc.Obj adjustment(Adjusted where, Adjustment what) {
        return Doc.obj()
                .put("stage", where.stage())
                .put("subject", where.subject())
                .put("node", where.node())
                .put("by", what.by())
                .put("reason", what.reason())
                .build();
    }

    static Doc.Obj lots(DisciplineState state, Doc.Obj question) {
        boolean due = LotRules.areDue(state);
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put("asked", LotRules.areAsked(state))
                .put("due", due)
                .put("ties", due ? ties(state) : List.of())
                .put(
                        "recorded",
                        state.lots().stream()
                                .map(order -> Doc.obj()
                                        .put(
                                                "order",
                                                Doc.texts(order.stream()
                                                        .map(UUID::toString)
                                                        .toList()))
                                        .build())
                                .toList())
                .build();
    }

    /** Entries that share a rank, by division and rank: what lots may still decide. Costs as much as the whole table. */
    private static List<Doc.Obj> ties(DisciplineState state) {
        Scorer scorer = Scorer.of(state.opened().scheme().rulebook()).with(ScoringEvents.all(state));
        List<Doc.Obj> ties = new ArrayList<>();
        for (String division : scorer.divisions()) {
            Map<Integer, List<Doc>> equals = new LinkedHashMap<>();
            scorer.rows(division).stream()
                    .filter(row -> row.shared() && row.rank() != null)
                    .forEach(row -> equals.computeIfAbsent(row.rank(), rank -> new ArrayList<>())
                            .add(entry(row)));
            equals.forEach((rank, entries) -> ties.add(Doc.obj()
                    .put("division", division)
                    .put("rank", new Doc.Int(rank))
                    .put("entries", entries)
                    .build()));
        }
        return ties;
    }

    private static Doc entry(Row row) {
        return Doc.text(row.entry());
    }
}
