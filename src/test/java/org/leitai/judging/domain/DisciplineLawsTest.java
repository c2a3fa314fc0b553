package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.scoring.Scorer;

class DisciplineLawsTest {
    private static final DisciplineDecider DECIDER = new DisciplineDecider();

    private static DisciplineState fold(List<DisciplineEvent> events) {
        return fold(DECIDER.initial(Trial.STREAM), events);
    }

    private static DisciplineState fold(DisciplineState from, List<DisciplineEvent> events) {
        DisciplineState state = from;
        for (DisciplineEvent event : events) {
            long seq = state.seq() + 1;
            state = DECIDER.evolve(
                    state, new Recorded<>(seq, seq * 1_000_000, Trial.actOf(Act.NOBODY, event(seq)), event));
        }
        return state;
    }

    private static UUID event(long seq) {
        return new UUID(20, seq);
    }

    private static List<DisciplineEvent> start() {
        List<DisciplineEvent> events = new ArrayList<>(Trial.prepared(Trial.YAML));
        events.add(new NumbersAssigned("work", Trial.LINKS));
        events.add(new StageOpened("work"));
        return events;
    }

    @Property(tries = 50)
    void replaying_any_prefix_and_then_the_rest_gives_the_live_state(@ForAll @IntRange(max = 30) int cut) {
        List<DisciplineEvent> events = Trial.finished();
        int at = Math.min(cut, events.size());

        var live = fold(events);
        var resumed = fold(fold(events.subList(0, at)), events.subList(at, events.size()));

        assertThat(resumed.sheets()).isEqualTo(live.sheets());
        assertThat(resumed.stages()).isEqualTo(live.stages());
        assertThat(resumed.seats()).isEqualTo(live.seats());
        assertThat(resumed.claims()).isEqualTo(live.claims());
        assertThat(resumed.phase()).isEqualTo(live.phase());
        assertThat(resumed.seq()).isEqualTo(live.seq());
    }

    @Property(tries = 100)
    void the_order_of_independent_marks_does_not_matter(@ForAll long seed) {
        List<RecordMark> marks = new ArrayList<>();
        for (UUID judge : List.of(Trial.JUDGE_1, Trial.JUDGE_2)) {
            for (Link link : Trial.LINKS) {
                marks.add(Trial.mark(Trial.length(link.number(), judge), "12", null));
                marks.add(Trial.mark(Slot.of("work", link.number(), "width", judge), "3.5", null));
                marks.add(Trial.mark(Trial.seam(link.number(), judge), "2", null));
            }
        }
        var inOrder = record(marks);
        java.util.Collections.shuffle(marks, new Random(seed));
        var shuffled = record(marks);

        assertThat(values(shuffled)).isEqualTo(values(inOrder));
        assertThat(totals(shuffled)).isEqualTo(totals(inOrder));
    }

    private static DisciplineState record(List<RecordMark> marks) {
        DisciplineState state = fold(start());
        for (RecordMark mark : marks) {
            UUID key = UUID.nameUUIDFromBytes(mark.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Act act = Trial.actOf(mark.slot().seat(), key);
            var decision = DECIDER.decide(state, mark, act, 0);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            state = fold(state, ((Decision.Accepted<DisciplineEvent>) decision).events());
        }
        return state;
    }

    private static List<String> values(DisciplineState state) {
        List<String> values = new ArrayList<>();
        state.sheets()
                .forEach((id, sheet) -> sheet.cells()
                        .forEach((cell, filled) -> values.add(id + " " + cell + " "
                                + filled.mark().key() + " " + filled.mark().value())));
        return values.stream().sorted().toList();
    }

    private static List<String> totals(DisciplineState state) {
        Scorer scorer = Scorer.of(state.scheme().rulebook()).with(ScoringEvents.all(state));
        return scorer.stageScores("work").entrySet().stream()
                .map(score -> score.getKey() + " " + score.getValue().value())
                .toList();
    }

    @Property(tries = 20)
    void scores_of_the_whole_state_are_those_of_its_events_one_by_one(
            @ForAll @IntRange(min = 12, max = 60) int length) {
        List<DisciplineEvent> events = Trial.finished();
        List<DisciplineEvent> part = events.subList(0, Math.min(length, events.size()));
        Scorer oneByOne = Scorer.of(fold(part).scheme().rulebook());
        DisciplineState state = DECIDER.initial(Trial.STREAM);
        for (DisciplineEvent event : part) {
            state = fold(state, List.of(event));
            ScoringEvents.of(state, event).forEach(oneByOne::apply);
        }
        Scorer atOnce = Scorer.of(state.scheme().rulebook()).with(ScoringEvents.all(state));

        assertThat(atOnce.rows("staff")).containsExactlyInAnyOrderElementsOf(oneByOne.rows("staff"));
    }
}
