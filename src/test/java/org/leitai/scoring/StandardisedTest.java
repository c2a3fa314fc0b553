package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;

/** Standardised scores against another computation: binary fractions, textbook formulas, sorted arrays. */
class StandardisedTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    static Stream<Arguments> fields() {
        return Stream.of("mean-deviation", "median-deviation")
                .flatMap(method -> Stream.of(20261127L, 3L, 700L, 500L).map(seed -> Arguments.of(method, seed)));
    }

    private static double middle(String method, double[] values) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        var half = sorted.length / 2;
        return method.startsWith("mean")
                ? java.util.Arrays.stream(values).sum() / values.length
                : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double width(String method, double[] values) {
        var middle = middle(method, values);
        var off = java.util.Arrays.stream(values)
                .map(value -> Math.abs(value - middle))
                .toArray();
        return method.startsWith("mean")
                ? Math.sqrt(
                        java.util.Arrays.stream(off).map(value -> value * value).sum() / off.length)
                : 1.4826 * middle(method, off);
    }

    /** Three panels of different size and strictness; each entry counts by its panel alone. */
    @ParameterizedTest
    @MethodSource("fields")
    void scoresBetweenPanelsAreThoseOfAnotherComputation(String method, long seed) {
        var rulebook = RulebookReader.read("""
                rulebook: r
                standardise: {method: %s, centre: 500, spread: 30, within: group}
                stages: [{id: s, aspects: [{id: a, max: 100, decimals: 2}]}]
                """.formatted(method)).orThrow();
        var random = new Random(seed);
        var scorer = Scorer.of(rulebook);
        var panels = new ArrayList<double[]>();
        for (var panel = 0; panel < 3; panel++) {
            var values = new double[5 + panel * 4];
            for (var i = 0; i < values.length; i++) {
                var cents = 2000 + random.nextInt(2000) * (panel + 1);
                values[i] = cents / 100.0;
                var id = panel + "-" + i;
                scorer.apply(new EntryAdmitted(id, "", "", "", List.of(), "", "p" + panel));
                scorer.apply(mark(rulebook, "s", id, "a", "1", cents / 100 + "." + cents / 10 % 10 + cents % 10));
            }
            panels.add(values);
        }
        for (var panel = 0; panel < 3; panel++) {
            var values = panels.get(panel);
            for (var i = 0; i < values.length; i++) {
                var expected = 500 + 30 * (values[i] - middle(method, values)) / width(method, values);
                var scaled = scorer.row(panel + "-" + i).orElseThrow().scaled();
                assertThat(Objects.requireNonNull(scaled).toDecimal().doubleValue())
                        .isCloseTo(expected, NEAR);
            }
        }
    }

    /** Half of the field and more with one mark: nobody can be told apart by it, so everybody gets what the rule says. */
    @ParameterizedTest
    @CsvSource({"5 5 5 9, 700", "5 5 9 1 5, 700", "7, 700", "3 3, 700", "1 2 3, 670"})
    void noDeviationIsTheRulesScore(String marks, String first) {
        var rulebook = RulebookReader.read("""
                rulebook: r
                standardise: {method: median-deviation, centre: 650, spread: 30, factor: 1.5, no-width: 700, round: 0}
                stages: [{id: s, aspects: [{id: a, max: 10}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        var values = marks.split(" ", -1);
        for (var i = 0; i < values.length; i++) {
            scorer.apply(Marks.entry("E" + i));
            scorer.apply(mark(rulebook, "s", "E" + i, "a", "1", values[i]));
        }
        // 1 2 3: median 2, deviation 1.5 × 1; 3 lies 30 × 1 / 1.5 = 20 above 650
        var best = scorer.rows("").getFirst();
        assertThat(best.scaled()).hasToString(first);
        var text = ExplanationText.render(scorer.explain(best.entry()).orElseThrow(), Language.ZH);
        if (marks.equals("1 2 3")) {
            assertThat(text).contains("标准分（中位数 2，离差 1.5）：670");
        } else {
            assertThat(text).contains("无离差，按规则给固定分）：700");
            assertThat(scorer.rows("").stream().map(row -> "" + row.scaled()).distinct())
                    .containsExactly("700");
        }
    }

    @Test
    void withoutAWordAboutItNoDeviationIsTheCentre() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                standardise: {method: mean-deviation, centre: 500, spread: 30}
                stages: [{id: s, aspects: [{id: a, max: 10}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        scorer.apply(Marks.entry("A"));
        scorer.apply(mark(rulebook, "s", "A", "a", "1", "3"));
        assertThat(scorer.row("A").orElseThrow().scaled()).hasToString("500");
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Language.EN))
                .contains("Standardised score (mean 3, no deviation, so the rule's fixed score): 500");
    }
}
