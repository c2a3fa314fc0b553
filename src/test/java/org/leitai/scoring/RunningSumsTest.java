package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.Folder;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.MarkCleared;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.sheet.Slot;
import org.leitai.scoring.total.EntryMath;

/** Sums that are kept from mark to mark are what the marks come to. */
class RunningSumsTest {
    private static final Rulebook RULE = RulebookReader.read("""
            rulebook: sums
            stages:
              - id: s
                round: 1
                criteria:
                  - id: bench
                    weight: 30%
                    round: 2
                    forms:
                      - id: f1
                        then: [{at-most: 12}]
                        aspects: [{id: a, max: 10}, {id: b, max: 5, weight: 1/3, then: [{times: 2}, {round: 1}]}]
                      - id: f2
                        panel: {seats: 3, drop-high: 1, drop-low: 0, per: aspect, missing: remove}
                        aspects: [{id: c, max: 10}, {id: d, kind: judgement, max: 3, panel: {seats: 3, spread: {limit: 1}}}]
                  - id: floor
                    aspects: [{id: e, max: 4, optional: true}, {id: t, kind: time}]
            """).orThrow();

    @Provide
    Arbitrary<List<ScoringEvent>> changes() {
        return Combinators.combine(
                        Arbitraries.of("A", "B"),
                        Arbitraries.of("a", "b", "c", "d", "e", "t"),
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.integers().between(-1, 3))
                .as(RunningSumsTest::change)
                .list()
                .ofMaxSize(60);
    }

    private static ScoringEvent change(String entry, String aspect, String seat, int value) {
        var slot = new Slot("s", entry, 1, aspect, seat, 1);
        if (value < 0) {
            return new MarkCleared(slot);
        }
        return new MarkSet(
                slot,
                switch (aspect) {
                    case "d" -> new MarkValue.Level(value);
                    case "t" -> new MarkValue.Time(BigDecimal.valueOf(value));
                    default -> new MarkValue.Amount(BigDecimal.valueOf(value));
                });
    }

    @Property(tries = 300)
    void kept_sums_equal_computed_ones_after_every_change(@ForAll("changes") List<ScoringEvent> changes) {
        var keeping = Folder.of(RULE);
        var computing = new Folder(RULE, Map.of());
        var kept = ScoreState.empty();
        var computed = ScoreState.empty();
        var stage = RULE.stages().getFirst();
        for (var change : changes) {
            kept = keeping.fold(kept, change).state();
            computed = computing.fold(computed, change).state();
            for (var subject : List.of("A", "B")) {
                assertThat(new EntryMath(RULE, kept).score(stage, subject, kept.sheet(stage, subject)))
                        .as("%s", changes)
                        .isEqualTo(new EntryMath(RULE, computed).score(stage, subject, computed.sheet(stage, subject)));
            }
        }
    }

    @Test
    void sums_are_kept_from_the_first_mark_to_the_last_until_somebody_adjusts() {
        var folder = Folder.of(RULE);
        var stage = RULE.stages().getFirst();
        var state = folder.fold(ScoreState.empty(), Marks.entry("A")).state();
        assertThat(state.sheet(stage, "A").running()).isNull();
        for (var change : List.of(change("A", "a", "1", 3), change("A", "e", "1", 2), change("A", "a", "1", -1))) {
            state = folder.fold(state, change).state();
            assertThat(state.sheet(stage, "A").running()).isNotNull();
        }
        state = folder.fold(state, new ScoringEvent.AdjustmentSet("s", "A", "a", BigDecimal.ONE))
                .state();
        assertThat(state.sheet(stage, "A").running()).isNull();
        state = folder.fold(state, change("A", "a", "1", 3)).state();
        assertThat(state.sheet(stage, "A").running()).isNull();
        assertThat(new EntryMath(RULE, state)
                        .score(stage, "A", state.sheet(stage, "A"))
                        .value())
                .hasToString(String.valueOf(new EntryMath(RULE, state).computed(stage, state.sheet(stage, "A"))));
    }

    @Test
    void a_stage_is_additive_or_it_is_not() {
        assertThat(Folder.of(RULE).additive()).containsOnlyKeys("s");
        var more = RulebookReader.read("""
                rulebook: more
                stages:
                  - {id: pieces, pieces: {take: sum}, aspects: [{id: a, max: 1}]}
                  - {id: factor, aspects: [{id: b, max: 1, then: [{times: f}]}, {id: f, kind: recorded}]}
                  - {id: veto, aspects: [{id: c, max: 1}, {id: g, kind: gate, zeroes: sheet, items: [{id: crack}]}]}
                  - {id: sheet, panel: {seats: 3, per: sheet}, aspects: [{id: d, max: 1}]}
                """).orThrow();
        assertThat(Folder.of(more).additive()).isEmpty();
    }
}
