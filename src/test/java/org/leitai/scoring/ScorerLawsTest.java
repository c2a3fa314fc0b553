package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.sheet.Slot;

/** Laws that hold for every table. */
class ScorerLawsTest {
    private static final List<String> ENTRIES = List.of("A", "B", "C", "D", "E");

    private static final Rulebook RULE = RulebookReader.read("""
            rulebook: laws
            total: {round: 1}
            ranking: {ties: [two]}
            stages:
              - id: one
                weight: 60%
                panel: {seats: 5, drop-high: 1, drop-low: 1, per: aspect, missing: remove, round: 2}
                aspects: [{id: a, max: 10}, {id: b, max: 5, weight: 2}]
              - id: two
                weight: 40%
                pieces: {count: 2, take: sum, best: 1}
                aspects:
                  - {id: c, max: 10, then: [{times: f}]}
                  - {id: f, kind: recorded, min: 1, max: 3}
            """).orThrow();

    private static final Rulebook SCALED = RulebookReader.read("""
            rulebook: scaled
            stages:
              - id: one
                panel: {seats: 5, drop-high: 1, drop-low: 1, per: aspect, missing: remove}
                aspects: [{id: a, max: 1000}, {id: b, max: 1000, weight: 2}]
            """).orThrow();

    @Provide
    Arbitrary<List<MarkSet>> marks() {
        var judged = Combinators.combine(
                        Arbitraries.of(ENTRIES),
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 20))
                .as((entry, aspect, seat, value) -> set("one", entry, 1, aspect, "" + seat, value, 4));
        var pieces = Combinators.combine(
                        Arbitraries.of(ENTRIES),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 20))
                .as((entry, piece, value) -> set("two", entry, piece, "c", "1", value, 2));
        var factors = Combinators.combine(
                        Arbitraries.of(ENTRIES),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(2, 6))
                .as((entry, piece, value) -> set("two", entry, piece, "f", "1", value, 2));
        return Arbitraries.oneOf(judged, judged, pieces, factors)
                .list()
                .ofMaxSize(60)
                .map(ScorerLawsTest::oneASlot);
    }

    private static MarkSet set(
            String stage, String entry, int piece, String aspect, String seat, int value, int parts) {
        var number = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(parts));
        return new MarkSet(new Slot(stage, entry, piece, aspect, seat, 1), new MarkValue.Amount(number));
    }

    private static List<MarkSet> oneASlot(List<MarkSet> marks) {
        var bySlot = new HashMap<Slot, MarkSet>();
        marks.forEach(mark -> bySlot.put(mark.slot(), mark));
        return List.copyOf(bySlot.values());
    }

    private static Scorer field() {
        var scorer = Scorer.of(RULE);
        ENTRIES.forEach(entry -> scorer.apply(Marks.entry(entry)));
        return scorer;
    }

    @Property(tries = 200)
    void theOrderOfMarksDoesNotMatter(@ForAll("marks") List<MarkSet> marks, @ForAll long seed) {
        var shuffled = new ArrayList<>(marks);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(field().with(shuffled).rows(""))
                .isEqualTo(field().with(marks).rows(""));
    }

    @Property(tries = 200)
    void theOrderOfJudgesDoesNotMatter(@ForAll("marks") List<MarkSet> marks, @ForAll long seed) {
        var seats = new ArrayList<>(List.of("1", "2", "3", "4", "5"));
        Collections.shuffle(seats, new Random(seed));
        var reseated = marks.stream().map(mark -> reseated(mark, seats)).toList();
        assertThat(totals(field().with(reseated))).isEqualTo(totals(field().with(marks)));
    }

    private static MarkSet reseated(MarkSet mark, List<String> seats) {
        var slot = mark.slot();
        var seat = slot.stage().equals("one") ? seats.get(Integer.parseInt(slot.seat()) - 1) : slot.seat();
        return new MarkSet(
                new Slot(slot.stage(), slot.subject(), slot.piece(), slot.aspect(), seat, slot.attempt()),
                mark.value());
    }

    private static List<String> totals(Scorer scorer) {
        return scorer.rows("").stream()
                .map(row -> row.entry() + " " + row.rank() + " " + row.exact())
                .toList();
    }

    @Property(tries = 200)
    void scalingAllMarksKeepsTheOrder(
            @ForAll("marks") List<MarkSet> marks, @ForAll @IntRange(min = 2, max = 50) int times) {
        assertThat(order(marks, times)).isEqualTo(order(marks, 1));
    }

    /** Entries with their ranks under a rule that rounds nothing. */
    private static List<String> order(List<MarkSet> marks, int times) {
        var scorer = Scorer.of(SCALED);
        ENTRIES.forEach(entry -> scorer.apply(Marks.entry(entry)));
        for (var mark : marks) {
            if (mark.slot().stage().equals("one") && mark.value() instanceof MarkValue.Amount amount) {
                var value = amount.value().multiply(BigDecimal.valueOf(times));
                scorer.apply(new MarkSet(mark.slot(), new MarkValue.Amount(value)));
            }
        }
        return scorer.rows("").stream()
                .map(row -> row.entry() + " " + row.rank())
                .toList();
    }

    @Property(tries = 200)
    void anIncrementalUpdateEqualsARecomputation(@ForAll("marks") List<MarkSet> marks) {
        var live = field();
        for (var mark : marks) {
            live.apply(mark);
            live.rows("");
        }
        assertThat(live.rows("")).isEqualTo(field().with(marks).rows(""));
    }

    @Property(tries = 200)
    void aForkNeverTouchesTheLiveOneAndDiffersAsRecomputationsDo(@ForAll("marks") List<MarkSet> marks) {
        var half = marks.subList(0, marks.size() / 2);
        var live = field().with(half);
        var before = live.rows("");
        var fork = live.with(marks.subList(marks.size() / 2, marks.size()));
        assertThat(live.diff(fork)).isEqualTo(field().with(half).diff(field().with(marks)));
        assertThat(live.rows("")).isEqualTo(before);
    }

    @Property(tries = 100)
    void whatWasIsWhatAScorerSawThen(@ForAll("marks") List<MarkSet> marks) {
        var live = Scorer.remembering(RULE);
        ENTRIES.forEach(entry -> live.apply(Marks.entry(entry)));
        var seen = new ArrayList<List<Row>>();
        seen.add(live.rows(""));
        for (var mark : marks) {
            live.apply(mark);
            seen.add(live.rows(""));
        }
        for (var i = 0; i <= marks.size(); i++) {
            var then = live.asOf(ENTRIES.size() + (long) i);
            assertThat(then.rows("")).isEqualTo(seen.get(i));
            assertThat(then.with(marks.subList(i, marks.size())).rows("")).isEqualTo(seen.getLast());
        }
        assertThat(live.rows("")).isEqualTo(seen.getLast());
        assertThat(live.asOf(0).divisions()).isEmpty();
    }

    @Property(tries = 200)
    void equalResultsShareARankAndRanksCountTheBetterOnes(@ForAll("marks") List<MarkSet> marks) {
        var rows = field().with(marks).rows("");
        for (var row : rows) {
            if (row.rank() != null) {
                var better = rows.stream()
                        .filter(other -> other.rank() != null && other.sortKey().compareTo(row.sortKey()) > 0)
                        .count();
                assertThat((long) row.rank()).isEqualTo(better + 1);
            }
        }
    }

    @Property(tries = 200)
    void everyFurtherMarkNarrowsWhatIsPossibleAndTheResultLiesInside(@ForAll("marks") List<MarkSet> marks) {
        var live = field();
        var before = live.certainties("");
        for (var mark : marks) {
            live.apply(mark);
            var after = live.certainties("");
            for (var entry : ENTRIES) {
                assertThat(of(after, entry).lowest())
                        .isGreaterThanOrEqualTo(of(before, entry).lowest());
                assertThat(of(after, entry).highest())
                        .isLessThanOrEqualTo(of(before, entry).highest());
            }
            before = after;
        }
        RULE.stages().forEach(stage -> live.apply(new ScoringEvent.StageClosed(stage.id())));
        for (var row : live.rows("")) {
            var possible = of(before, row.entry());
            if (row.total() != null && row.missing() == 0) {
                assertThat(row.total().toDecimal()).isBetween(possible.lowest(), possible.highest());
                assertThat(row.rank()).isBetween(possible.best(), possible.worst());
            }
        }
    }

    private static Certainty of(Map<String, Certainty> certainties, String entry) {
        return Objects.requireNonNull(certainties.get(entry));
    }
}
