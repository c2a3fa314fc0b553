package org.leitai.judging.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.judging.domain.Trial;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;
import org.leitai.testkit.Scenario;

class ProgressViewTest {

    @Test
    void a_seat_that_nobody_fills_owes_what_no_file_has_brought_in() {
        var theory = withoutScorer().given(new StageOpened("theory"));
        assertThat(owed(theory.state())).containsExactly("theory scorer 1: 2");

        theory.done(results(new ImportedMark("01", "", "81.5")));
        assertThat(owed(theory.state())).containsExactly("theory scorer 1: 1");

        theory.done(results(new ImportedMark("02", "", "60")));
        assertThat(owed(theory.state())).isEmpty();
    }

    private static ImportMarks results(ImportedMark mark) {
        return new ImportMarks("theory", Act.NOBODY, List.of(mark));
    }

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> withoutScorer() {
        return Trial.scenario()
                .given(Trial.prepared(Trial.YAML).stream()
                        .filter(event -> !(event instanceof SeatFilled filled
                                && filled.seat().equals(Trial.SCORER)))
                        .toList());
    }

    private static List<String> owed(DisciplineState state) {
        return ProgressView.answer(state, Doc.obj().build()).objects("missing").stream()
                .map(one -> "%s %s %s: %d"
                        .formatted(one.text("stage"), one.text("role"), one.text("label"), one.integer("due")))
                .toList();
    }
}
