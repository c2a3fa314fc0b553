package org.leitai.rulebook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Place;

/**
 * Grades of one input: every value at, between and beyond the named bounds is tried, so that overlapping, unreachable and
 * missing grades are found exactly.
 */
final class GradeChecks {
    private GradeChecks() {}

    static void check(Measured measured, Place at) {
        var places = at.key("grades").items();
        var isReadWhole = places.size() == measured.grades().size();
        if (measured.inputs().size() != 1 || !isReadWhole) {
            return;
        }
        var input = measured.inputs().getFirst().id();
        var grades = measured.grades();
        var reached = new HashSet<Integer>();
        for (var probe : probes(measured, input)) {
            var hits = IntStream.range(0, grades.size())
                    .filter(i -> grades.get(i).condition().holds(Map.of(input, probe)))
                    .boxed()
                    .toList();
            if (hits.size() > 1) {
                var one = grades.get(hits.get(0)).when();
                var other = grades.get(hits.get(1)).when();
                places.get(hits.get(1))
                        .key("when")
                        .error(
                                "grades-overlap",
                                "'" + measured.id() + "': " + probe + " falls into both '" + one + "' and '" + other
                                        + "'",
                                "“" + measured.id() + "”：" + probe + " 同时属于“" + one + "”和“" + other + "”");
                return;
            }
            reached.addAll(hits);
        }
        for (var i = 0; i < grades.size(); i++) {
            if (!reached.contains(i)) {
                var when = grades.get(i).when();
                places.get(i)
                        .key("when")
                        .error(
                                "grade-unreachable",
                                "'" + measured.id() + "': no value falls into '" + when + "'",
                                "“" + measured.id() + "”：没有值属于“" + when + "”");
            }
        }
    }

    private static List<Ratio> probes(Measured measured, String input) {
        var bounds = new TreeSet<Ratio>();
        measured.grades().forEach(grade -> grade.condition().bounds(input).forEach(bounds::add));
        var probes = new TreeSet<>(bounds);
        for (var bound : bounds) {
            var next = bounds.higher(bound);
            probes.add(next == null ? bound.plus(Ratio.ONE) : bound.plus(next).dividedBy(Ratio.of(2)));
            if (bounds.lower(bound) == null) {
                probes.add(bound.minus(Ratio.ONE));
            }
        }
        return List.copyOf(probes);
    }
}
