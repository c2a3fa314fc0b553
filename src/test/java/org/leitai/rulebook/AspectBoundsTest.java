package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.yaml.RulebookReader;

/** The bounds of an aspect are what its lowest and highest accepted value give: none gives more, and some gives as much. */
class AspectBoundsTest {
    private static final String NUMBERS = "#";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {kind: points, min: 95, max: 99}                                                                   | #
            {kind: pass-fail, max: 2, fail: -1}                                                                | pass fail
            {kind: count, max: 1.5, possible: 7}                                                               | #
            {kind: choice, levels: [{id: x, points: -2}, {id: y, points: -1}]}                                 | x y
            {kind: choice, levels: [{id: x, from: 5, to: 8}, {id: y, points: 9}]}                              | x=5 x=8 y
            {kind: measured, gauge-min: 0, grades: [{when: "0..1", points: -3}, {when: ">1..2", points: -5}]}  | #
            {kind: measured, grades: [{when: "0..1", points: 4}, {when: ">1", points: 1}]}                     | #
            {kind: bands, max: 10, target: 5, bands: [{within: 1, points: 10}, {within: 3, points: 6}]}        | #
            {kind: judgement, max: 6}                                                                          | 0 1 2 3
            {kind: deductions, max: 5, items: [{id: p, each: 1, cap: 2}, {id: q, each: 2, most: 1}]}           | none p=1 p=9 q=1 p=9,q=1
            {kind: deductions, base: -1, max: 0, floor: -4, items: [{id: p, each: 1}]}                         | none p=1 p=9
            {kind: running, base: 20, floor: 0, ceiling: 50, items: [{id: r, points: 10}, {id: w, points: -10}]} | none r=9 w=9
            {kind: time, limit: 6, over: {every: 2, points: -1, cap: 3}}                                       | #
            {kind: time, limit: 6, over: {every: 2, points: 1, cap: 3}}                                        | #
            {kind: time, base: 5, limit: 6, floor: 3, over: {bands: [{to: 3, points: -1}, {points: -4}]}}      | #
            {kind: time, limit: 9, early: {every: 2, points: 1}, over: {every: 1, points: -1, cap: 2}}         | #
            {kind: time, least: 4, limit: 9, short: {every: 1, points: -0.5}, over: {bands: [{points: -3}]}}   | #
            {kind: time, least: 4, short: {bands: [{to: 2, points: -1}, {points: -2}]}}                        | #
            {kind: attendance, at-least: 90%, each: -1, complete: 2, most: 9}                                  | expected=9,present=0 expected=9,present=9
            """)
    void bounds_are_the_lowest_and_highest_points_that_an_accepted_value_gives(String aspect, String values) {
        var rule = RulebookReader.read("rulebook: r\nstages: [{id: s, aspects: ["
                        + aspect.replaceFirst("\\{", "{id: a, outside: true, ") + "]}]")
                .orThrow();
        var subject = rule.stages().getFirst().leaves().getFirst().aspect();
        var points = new ArrayList<Ratio>();
        for (var text : texts(values)) {
            if (subject.parse(text) instanceof Checked.Accepted accepted) {
                points.add(subject.points(accepted.value()));
            }
        }
        assertThat(points).isNotEmpty();
        assertThat(text(subject, subject.bounds())).isEqualTo(text(subject, Bounds.over(points)));
    }

    private static List<String> texts(String values) {
        return values.equals(NUMBERS)
                ? IntStream.rangeClosed(-20, 100).mapToObj(Integer::toString).toList()
                : List.of(values.replace(',', ';').split(" "));
    }

    private static String text(Aspect aspect, Bounds bounds) {
        return aspect.kind() + " " + bounds.low() + ".." + bounds.high();
    }
}
