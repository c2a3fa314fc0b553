package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.ScoringEvents;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.StageScore;

/**
 * The whole result table as it would be published: computed at once from what counts now, after locking only. Costs in proportion
 * to all marks, so it is asked when results are issued, not when they are read.
 */
final class RecordView {
    /** Changes whenever the same marks and rulebook could give other numbers. */
    static final String ENGINE = "leitai-scoring-2";

    private RecordView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        var head = state.opened();
        Rulebook rulebook = head.scheme().rulebook();
        Scorer scorer = Scorer.of(rulebook).with(ScoringEvents.all(state));
        Map<String, String> numbers = numbers(state);
        List<Doc.Obj> rows = new ArrayList<>();
        for (String division : scorer.divisions()) {
            scorer.rows(division).forEach(row -> rows.add(row(numbers, scorer, row)));
        }
        Doc.Obj record = Doc.obj()
                .put("discipline", state.stream().value())
                .put("contest", head.contest().value())
                .put("code", head.code())
                .put("title", DisciplineView.title(head.titleZh(), head.titleEn()))
                .put("rulebookHash", head.rulebookHash())
                .put("engine", ENGINE)
                .put("seq", state.seq())
                .put("decimals", rulebook.decimals())
                .put(
                        "stages",
                        rulebook.stages().stream()
                                .map(stage -> titled(stage.id(), stage.title()))
                                .toList())
                .put(
                        "divisions",
                        rulebook.divisions().stream()
                                .map(division -> titled(division.id(), division.title()))
                                .toList())
                .put("rows", rows)
                .build();
        return Doc.obj()
                .put("contest", head.contest().value())
                .put("state", state.phase().code())
                .put("record", record)
                .build();
    }

    private static Doc.Obj titled(String id, Text title) {
        return Doc.obj().put("id", id).put("title", DisciplineView.title(title)).build();
    }

    private static Doc.Obj row(Map<String, String> numbers, Scorer scorer, Row row) {
        Integer rank = row.rank();
        return Doc.obj()
                .put("entry", row.entry())
                .put("division", row.division())
                .put("delegation", row.delegation())
                .put("number", numbers.get(row.entry()))
                .put("status", DisciplineView.word(row.status()))
                .put("rank", rank == null ? null : new Doc.Int(rank))
                .put("shared", row.shared())
                .put("total", AspectDocs.number(row.printed()))
                .put("exact", AspectDocs.number(row.exact()))
                .put("scaled", AspectDocs.number(row.scaled()))
                .put("stages", stages(row))
                .put("award", award(AwardTitles.of(scorer.rulebook()), row.award()))
                .put(
                        "explanation",
                        scorer.explain(row.entry())
                                .map(new ExplanationDocs(numbers, scorer.rulebook())::tree)
                                .orElse(null))
                .put("complete", row.complete())
                .build();
    }

    /** The number each entry carried in the last stage that is not sealed any more. */
    private static Map<String, String> numbers(DisciplineState state) {
        Map<String, String> numbers = new HashMap<>();
        state.scheme()
                .stages()
                .forEach(stage -> state.stage(stage.id())
                        .numbers()
                        .forEach((number, entry) -> numbers.put(entry.toString(), number)));
        return numbers;
    }

    private static Doc.Obj stages(Row row) {
        Doc.Builder stages = Doc.obj();
        row.stages().forEach((id, score) -> stages.put(id, shown(score)));
        return stages.build();
    }

    private static @Nullable String shown(StageScore score) {
        return AspectDocs.number(score.value());
    }

    private static Doc.@Nullable Obj award(Map<String, Text> titles, @Nullable String id) {
        Text title = id == null ? null : titles.get(id);
        return id == null || title == null ? null : titled(id, title);
    }
}
