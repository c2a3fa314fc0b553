package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.AwardOverridden;
import org.leitai.scoring.fold.ScoringEvent.CorrectionSet;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.Linked;
import org.leitai.scoring.fold.ScoringEvent.MarkCleared;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.fold.ScoringEvent.TieDecided;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Slot;

/** A row that is counted for itself is the row of a table made from nothing. */
class NumberedTest {
    private static final List<String> ENTRIES = List.of("A", "B", "C", "D", "E", "F", "G", "H");
    private static final String STAGES = """
            stages:
              - {id: s, aspects: [{id: a, max: 10, decimals: 2, weight: 1/3}, {id: b, max: 10, decimals: 2}]}
              - {id: t, identity: sealed, aspects: [{id: c, max: 10, decimals: 2}]}
            divisions: [{id: x}, {id: y}]
            honours: [{id: top, from: 1, to: 2}]
            """;
    private static final Rulebook SHARES = RulebookReader.read("""
            rulebook: shares
            total: {round: 0}
            ranking: {ties: [more-decimals, s/b, decided], incomplete: apart}
            awards: [{id: one, count: 1}, {id: two, share: 20%, minimum: 1}, {id: half, top: 50%}, {id: line, at-least: 5, of: total}]
            """ + STAGES).orThrow();
    private static final Rulebook MEDALS = RulebookReader.read("""
            rulebook: medals
            ranking: {fewest: 2}
            awards: [{fewest: 3, awards: [{medals: {window: 1, of: total}}, {id: medallion, at-least: 6, of: total}]}]
            """ + STAGES).orThrow();
    private static final Rulebook ASCENDING = RulebookReader.read("""
            rulebook: ascending
            ranking: {order: ascending, ties: [{of: s/b, order: ascending}]}
            awards: [{medals: {window: 1, of: total}}]
            """ + STAGES).orThrow();

    @Provide
    Arbitrary<List<ScoringEvent>> changes() {
        var entry = Arbitraries.of(ENTRIES);
        var number = Arbitraries.integers().between(-1, 8);
        Arbitrary<ScoringEvent> marks = Combinators.combine(entry, Arbitraries.of("a", "b"), number)
                .as((who, aspect, value) -> mark(Slot.of("s", who, aspect, "1"), value));
        Arbitrary<ScoringEvent> sealed = Combinators.combine(Arbitraries.of("1", "2", "3"), number)
                .as((who, value) -> mark(Slot.of("t", who, "c", "1"), value));
        Arbitrary<ScoringEvent> others = Arbitraries.oneOf(
                Combinators.combine(entry, Arbitraries.of(Status.class)).as(EntryStatusSet::new),
                Combinators.combine(Arbitraries.of("1", "2", "3"), entry).as((who, of) -> new Linked("t", who, of)),
                Combinators.combine(entry, number)
                        .as((who, by) -> new CorrectionSet(who, BigDecimal.valueOf(by), "reason")),
                Combinators.combine(entry, Arbitraries.of("one", "line").injectNull(0.3))
                        .as(AwardOverridden::new),
                Combinators.combine(entry, Arbitraries.of("x", "y")).as(Marks::entry),
                Arbitraries.shuffle(ENTRIES).map(order -> new TieDecided(order.subList(0, 4))),
                Arbitraries.of("s", "t").map(ScoringEvent.StageClosed::new));
        return Arbitraries.frequencyOf(Tuple.of(5, marks), Tuple.of(2, sealed), Tuple.of(2, others))
                .list()
                .ofMaxSize(40);
    }

    private static ScoringEvent mark(Slot slot, int value) {
        return value < 0
                ? new MarkCleared(slot)
                : new MarkSet(slot, new MarkValue.Amount(BigDecimal.valueOf(value * 5L, 1)));
    }

    @Property(tries = 150)
    void shares_and_more_decimals(@ForAll("changes") List<ScoringEvent> changes) {
        countedRowsAreThoseOfATableMadeFromNothing(SHARES, changes);
    }

    @Property(tries = 150)
    void medal_windows_in_a_large_enough_field(@ForAll("changes") List<ScoringEvent> changes) {
        countedRowsAreThoseOfATableMadeFromNothing(MEDALS, changes);
    }

    @Property(tries = 150)
    void less_is_better(@ForAll("changes") List<ScoringEvent> changes) {
        countedRowsAreThoseOfATableMadeFromNothing(ASCENDING, changes);
    }

    private static void countedRowsAreThoseOfATableMadeFromNothing(Rulebook rulebook, List<ScoringEvent> changes) {
        var live = Scorer.of(rulebook);
        var events = new ArrayList<ScoringEvent>();
        ENTRIES.forEach(entry -> events.add(Marks.entry(entry, "x")));
        events.forEach(live::apply);
        for (var change : changes) {
            var before = live.rows("x");
            var told = List.copyOf(before);
            events.add(change);
            live.apply(change);
            var anew = Scorer.of(rulebook).with(events);
            for (var division : List.of("x", "y")) {
                everyRowIsThatOf(anew, live, division);
            }
            assertThat(before).isEqualTo(told);
        }
    }

    private static void everyRowIsThatOf(Scorer anew, Scorer live, String division) {
        var whole = List.copyOf(anew.rows(division));
        var counted = live.rows(division);
        assertThat(counted).hasSameSizeAs(whole);
        for (var place = 0; place < whole.size(); place++) {
            var row = whole.get(place);
            assertThat(counted.get(place)).isEqualTo(row);
            assertThat(live.row(row.entry())).contains(row);
        }
    }

    @Test
    void a_number_that_was_given_to_another_entry_takes_its_marks_along() {
        var scorer = Scorer.of(SHARES);
        scorer.apply(Marks.entry("A", "x"));
        scorer.apply(Marks.entry("B", "x"));
        scorer.apply(mark(Slot.of("t", "7", "c", "1"), 8));
        scorer.apply(new Linked("t", "7", "A"));
        assertThat(scorer.row("A").orElseThrow().printed()).isEqualTo("4");
        var changes = scorer.apply(new Linked("t", "7", "B"));
        assertThat(changes.entries()).containsExactlyInAnyOrder("A", "B");
        assertThat(scorer.row("A").orElseThrow().total()).isNull();
        assertThat(scorer.row("B").orElseThrow().printed()).isEqualTo("4");
    }
}
