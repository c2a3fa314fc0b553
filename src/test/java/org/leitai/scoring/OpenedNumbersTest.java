package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.sheet.Slot;

/** What was marked under a number counts, once that is opened, as if it had been marked under the entry itself. */
class OpenedNumbersTest {
    private static final Rulebook SUMS = RulebookReader.read("""
            rulebook: sums
            stages:
              - id: s
                forms:
                  - {id: f, panel: {seats: 3, drop-high: 1, drop-low: 0, per: aspect, missing: remove},
                     aspects: [{id: a, max: 10}, {id: b, max: 5, weight: 1/3}]}
            """).orThrow();
    private static final Rulebook SHEETS = RulebookReader.read("""
            rulebook: sheets
            stages:
              - id: s
                criteria:
                  - id: jury
                    max: 10
                    panel: {seats: 3, drop-high: 1, drop-low: 0, per: sheet}
                    forms:
                      - {id: f, aspects: [{id: a, max: 6}, {id: b, max: 4}]}
            """).orThrow();

    private static final Rulebook PIECES = RulebookReader.read("""
            rulebook: pieces
            stages:
              - id: s
                criteria:
                  - {id: bench, pieces: {count: 2, take: mean}, aspects: [{id: a, max: 6}, {id: b, max: 4}]}
            """).orThrow();

    record Change(String aspect, String seat, int piece, int value) {
        ScoringEvent of(String subject, int as) {
            var slot = new Slot("s", subject, as, aspect, seat, 1);
            return switch (value) {
                case -2 -> new ScoringEvent.MarkCleared(slot);
                case -1 -> new ScoringEvent.MarkSet(slot, new MarkValue.Absent(""));
                default -> new ScoringEvent.MarkSet(slot, new MarkValue.Amount(BigDecimal.valueOf(value)));
            };
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("1", "2", "10"),
                        Arbitraries.of(1, 2),
                        Arbitraries.integers().between(-2, 4))
                .as(Change::new)
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Rulebook> rulebooks() {
        return Arbitraries.of(SUMS, SHEETS, PIECES);
    }

    @Property(tries = 300)
    void a_number_is_its_entry(@ForAll("rulebooks") Rulebook rulebook, @ForAll("changes") List<Change> changes) {
        linked(rulebook, changes, 0);
    }

    @Property(tries = 300)
    void a_number_of_one_piece_is_that_piece(
            @ForAll("rulebooks") Rulebook rulebook, @ForAll("changes") List<Change> changes) {
        linked(rulebook, changes, 2);
    }

    private static void linked(Rulebook rulebook, List<Change> changes, int piece) {
        var numbered = Scorer.of(rulebook);
        var direct = Scorer.of(rulebook);
        List.of(numbered, direct).forEach(scorer -> scorer.apply(Marks.entry("A")));
        numbered.apply(new ScoringEvent.Linked("s", "7", "A", piece));
        for (var change : changes) {
            numbered.apply(change.of("7", piece == 0 ? change.piece() : 1));
            direct.apply(change.of("A", piece == 0 ? change.piece() : piece));

            assertThat(own(numbered)).isEqualTo(own(direct));
            assertThat(numbered.isComplete("s", "7"))
                    .isEqualTo(numbered.stageScore("s", "7").complete());
        }
    }

    private static StageScore own(Scorer scorer) {
        return Objects.requireNonNull(scorer.row("A").orElseThrow().stages().get("s"));
    }
}
