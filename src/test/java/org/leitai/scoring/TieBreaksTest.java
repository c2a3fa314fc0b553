package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.RulebookProblem;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.rulebook.yaml.RulebookReader.Result;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.sheet.Slot;

/** What may decide between equals: anything computed or recorded, also sums of it and the next best try. */
class TieBreaksTest {
    private static String yaml(String ties) {
        return """
                rulebook: r
                ranking: {ties: [%s]}
                stages:
                  - id: one
                    attempts: {count: 3, take: best}
                    aspects: [{id: a, max: 10}, {id: t, kind: time}]
                  - id: two
                    aspects: [{id: b, max: 10}, {id: u, kind: time, optional: true}]
                """.formatted(ties);
    }

    private static Rulebook rulebook(String ties) {
        return RulebookReader.read(yaml(ties)).orThrow();
    }

    private static List<String> order(Scorer scorer) {
        return scorer.rows("").stream().map(row -> row.rank() + row.entry()).toList();
    }

    /** Equal totals of 10: A 6 + 4, B 5 + 5, C 5 + 5. */
    private static Scorer scorer(Rulebook rulebook) {
        var scorer = Scorer.of(rulebook);
        for (var id : List.of("A", "B", "C")) {
            scorer.apply(entry(id));
            scorer.apply(mark(rulebook, "one", id, "a", "1", id.equals("A") ? "6" : "5"));
            scorer.apply(mark(rulebook, "two", id, "b", "1", id.equals("A") ? "4" : "5"));
        }
        return scorer;
    }

    @Test
    void aSumOverStagesDecides() {
        var rulebook = rulebook("{of: one/t + two/u, order: ascending}");
        var scorer = scorer(rulebook);
        for (var time : List.of("A 30 40", "B 30 30", "C 10 60")) {
            var parts = time.split(" ", -1);
            scorer.apply(mark(rulebook, "one", parts[0], "t", "1", parts[1]));
            scorer.apply(mark(rulebook, "two", parts[0], "u", "1", parts[2]));
        }
        assertThat(order(scorer)).containsExactly("1B", "2A", "2C");
        assertThat(scorer.nodeValue("A", "one/t+two/u").orElseThrow()).hasToString("70");
    }

    @Test
    void whereLessIsBetterAGapDoesNotWin() {
        var rulebook = rulebook("{of: one/t + two/u, order: ascending}");
        var scorer = scorer(rulebook);
        for (var id : List.of("A", "B", "C")) {
            scorer.apply(mark(rulebook, "one", id, "t", "1", "30"));
        }
        scorer.apply(mark(rulebook, "two", "B", "u", "1", "99"));
        assertThat(order(scorer)).containsExactly("1B", "2A", "2C");
    }

    @Test
    void whereMoreIsBetterAGapAddsNothing() {
        var rulebook = rulebook("one/t + two/u");
        var scorer = scorer(rulebook);
        scorer.apply(mark(rulebook, "one", "A", "t", "1", "30"));
        scorer.apply(mark(rulebook, "one", "B", "t", "1", "20"));
        scorer.apply(mark(rulebook, "two", "B", "u", "1", "11"));
        assertThat(order(scorer)).containsExactly("1B", "2A", "3C");
    }

    @Test
    void theNextBestTryDecides() {
        var rulebook = rulebook("{of: one, nth: 2}, {of: one, nth: 3}");
        var scorer = scorer(rulebook);
        for (var attempt : List.of("A 2 1", "B 2 4", "C 2 1", "C 3 4", "B 3 0")) {
            var parts = attempt.split(" ", -1);
            var slot = new Slot("one", parts[0], 1, "a", "1", Integer.parseInt(parts[1]));
            scorer.apply(mark(rulebook, slot, parts[2]));
        }
        assertThat(order(scorer)).containsExactly("1C", "2B", "3A");
        assertThat(ExplanationText.render(scorer.explain("C").orElseThrow(), Language.EN))
                .contains("Equal to B, decided by 'one, best no. 3': 1 against 0");
        assertThat(ExplanationText.render(scorer.explain("C").orElseThrow(), Language.ZH))
                .contains("与 B 同分，比较“one 的第 3 好成绩”：1 对 0");
    }

    /** A figure that is marked with each attempt is that of the attempt that counts, not of the first. */
    @Test
    void theTimeOfTheTryThatCountsDecides() {
        var rulebook = rulebook("{of: one/t, order: ascending}");
        var scorer = Scorer.of(rulebook);
        for (var line : List.of("A 9 50 9 40 5 10", "B 8 20 9 45 7 20", "C 9 42 9 60 9 60", "D 8 1 8 1 9 41")) {
            var parts = line.split(" ", -1);
            scorer.apply(entry(parts[0]));
            for (var attempt = 1; attempt <= 3; attempt++) {
                var slot = new Slot("one", parts[0], 1, "a", "1", attempt);
                scorer.apply(mark(rulebook, slot, parts[2 * attempt - 1]));
                scorer.apply(mark(rulebook, new Slot("one", parts[0], 1, "t", "1", attempt), parts[2 * attempt]));
            }
        }
        assertThat(order(scorer)).containsExactly("1A", "2D", "3C", "4B");
        assertThat(scorer.nodeValue("D", "one/t").orElseThrow()).hasToString("41");
    }

    /** Of pieces that are added up the times are added up too. */
    @Test
    void timesOfPiecesAreTakenAsThePiecesAre() {
        for (var take : List.of("sum 90", "mean 45", "best 40", "worst 50", "first 50", "last 40", "best-of-two 40")) {
            var way = take.split(" ", -1);
            var pieces = way[0].equals("best-of-two") ? "{best: 1}" : "{take: " + way[0] + "}";
            var rulebook = RulebookReader.read("rulebook: r\nstages: [{id: s, pieces: " + pieces
                            + ", aspects: [{id: a, max: 10}, {id: t, kind: time}]}]\n")
                    .orThrow();
            var scorer = Scorer.of(rulebook);
            scorer.apply(entry("A"));
            for (var piece = 1; piece <= 2; piece++) {
                scorer.apply(mark(rulebook, new Slot("s", "A", piece, "a", "1", 1), piece == 1 ? "7" : "8"));
                scorer.apply(mark(rulebook, new Slot("s", "A", piece, "t", "1", 1), piece == 1 ? "50" : "40"));
            }
            assertThat(scorer.nodeValue("A", "s/t").orElseThrow()).as(take).hasToString(way[1]);
        }
    }

    /** Means of 5 + 5; the chief gave B more, and A and C the same. */
    @Test
    void theMarkOfOneSeatDecides() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                ranking: {ties: [{of: s, seat: chief}, {of: s/b, seat: "2", order: ascending}]}
                stages:
                  - {id: s, panel: {seats: [chief, "2"]}, aspects: [{id: a, max: 10}, {id: b, max: 10}]}
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var one : List.of("A 4 6 5 5", "B 5 5 6 4", "C 5 5 4 6")) {
            var parts = one.split(" ", -1);
            scorer.apply(entry(parts[0]));
            scorer.apply(mark(rulebook, "s", parts[0], "a", "chief", parts[1]));
            scorer.apply(mark(rulebook, "s", parts[0], "a", "2", parts[2]));
            scorer.apply(mark(rulebook, "s", parts[0], "b", "chief", parts[3]));
            scorer.apply(mark(rulebook, "s", parts[0], "b", "2", parts[4]));
        }
        assertThat(order(scorer)).containsExactly("1B", "2A", "3C");
        assertThat(ExplanationText.render(scorer.explain("C").orElseThrow(), Language.EN))
                .contains("Equal to A, decided by 's/b, seat 2 alone': 6 against 5");
        assertThat(ExplanationText.render(scorer.explain("B").orElseThrow(), Language.ZH))
                .contains("与 A 同分，比较“s（仅席位 chief）”：11 对 9");
        assertThat(RulebookWords.brief(rulebook, Language.EN)).contains("s, by seat chief alone (more first)");
        scorer.apply(mark(rulebook, "s", "A", "b", "chief", "9"));
        scorer.apply(mark(rulebook, "s", "A", "b", "2", "1"));
        assertThat(order(scorer)).containsExactly("1A", "2B", "3C");
    }

    @Test
    void aSeatThatDecidesIsOnThePanelAndStandsAlone() {
        assertThat(codes("{of: one/a, seat: chief}")).containsExactly("unknown-seat");
        assertThat(codes("{of: one/a, seat: '1'}")).isEmpty();
        assertThat(codes("{of: one, nth: 2, seat: '1'}")).containsExactly("combined-twice");
    }

    @Test
    void theScaledScoreDecidesBetweenEqualTotals() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                ranking: {ties: [scaled]}
                standardise: {method: mean-deviation, centre: 0, spread: 1, within: group, round: 2}
                stages: [{id: s, aspects: [{id: a, max: 10}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var one : List.of("A g 5", "B g 3", "C h 5", "D h 4")) {
            var parts = one.split(" ", -1);
            scorer.apply(new EntryAdmitted(parts[0], "", "", "", List.of(), "", parts[1]));
            scorer.apply(mark(rulebook, "s", parts[0], "a", "1", parts[2]));
        }
        // A and C have 5, and both stand one deviation above their mean: equal all the same
        assertThat(order(scorer)).containsExactly("1A", "1C", "3D", "4B");
        scorer.apply(new EntryAdmitted("E", "", "", "", List.of(), "", "h"));
        scorer.apply(mark(rulebook, "s", "E", "a", "1", "0"));
        assertThat(scorer.rows("").stream().limit(2).map(Row::scaled))
                .map(Object::toString)
                .containsExactly("1", "0.93");
        assertThat(order(scorer)).containsExactly("1A", "2C", "3D", "4B", "5E");
        assertThat(ExplanationText.render(scorer.explain("C").orElseThrow(), Language.ZH))
                .contains("与 A 同分，比较“标准分”：0.93 对 1");
    }

    @Test
    void whatIsNotThereIsAnErrorWithItsPlace() {
        assertThat(codes("one/t + two/nothing")).containsExactly("unknown-aspect");
        assertThat(codes("one + three")).containsExactly("unknown-stage");
        assertThat(codes("{of: two, nth: 2}")).containsExactly("tie-without-value");
        assertThat(codes("{of: one, nth: 0}")).containsExactly("out-of-range");
        assertThat(codes("scaled")).containsExactly("nothing-scaled");
        assertThat(codes("one +")).contains("unknown-stage");
    }

    private static List<String> codes(String ties) {
        return RulebookReader.read(yaml(ties)) instanceof Result.Failed failed
                ? failed.problems().stream().map(RulebookProblem::code).toList()
                : List.of();
    }

    @Test
    void aReferenceSurvivesWriting() {
        assertThat(Reference.of("a/b+c +d/e")).hasToString("a/b + c + d/e");
        assertThat(Reference.of("a/b + c + d/e")).isEqualTo(Reference.of("a/b+c+d/e"));
        assertThat(Reference.of("a/b + c").names("c")).isTrue();
        assertThat(Reference.of("a/b + c").names("b")).isFalse();
    }
}
