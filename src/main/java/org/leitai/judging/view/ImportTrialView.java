package org.leitai.judging.view;

import java.util.List;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.ImportRules;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.doc.Doc;

/** A file of results tried against the stage before anybody applies it. */
final class ImportTrialView {
    private ImportTrialView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        List<ImportedMark> marks = question.objects("marks").stream()
                .map(mark -> new ImportedMark(mark.text("subject"), "", mark.text("value")))
                .toList();
        var trial = ImportRules.tried(state, new ImportMarks(question.text("stage"), Act.NOBODY, marks));
        return Doc.obj()
                .put("refused", trial.whole().map(Refusal::code).orElse(null))
                .put("detail", trial.whole().map(Refusal::detail).orElse(null))
                .put(
                        "rows",
                        trial.rows().entrySet().stream()
                                .map(row -> Doc.obj()
                                        .put("index", row.getKey())
                                        .put("code", row.getValue().code())
                                        .put("detail", row.getValue().detail())
                                        .build())
                                .toList())
                .build();
    }
}
