package org.leitai.rulebook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Problems;

/**
 * Grades of one input: every value at, between and beyond the named bounds is tried, so that overlapping, unreachable and
 * missing grades are found exactly.
 */
final class GradeChecks {
    private GradeChecks() {}

    static void check(Measured measured, Problems problems) {
        if (measured.inputs().size() != 1) {
            return;
        }
        var input = measured.inputs().getFirst().id();
        var mark = measured.head().source().mark();
        var reached = new HashSet<Measured.Grade>();
        for (var probe : probes(measured, input)) {
            var hits = measured.grades().stream()
                    .filter(grade -> grade.condition().holds(Map.of(input, probe)))
                    .toList();
            if (hits.size() > 1) {
                problems.error(
                        mark,
                        "grades",
                        "grades-overlap",
                        "'" + measured.id() + "': " + probe + " falls into both '"
                                + hits.get(0).when() + "' and '" + hits.get(1).when() + "'",
                        "“" + measured.id() + "”：" + probe + " 同时属于“"
                                + hits.get(0).when() + "”和“" + hits.get(1).when() + "”");
                return;
            }
            reached.addAll(hits);
        }
        measured.grades().stream()
                .filter(grade -> !reached.contains(grade))
                .forEach(grade -> problems.error(
                        mark,
                        "grades",
                        "grade-unreachable",
                        "'" + measured.id() + "': no value falls into '" + grade.when() + "'",
                        "“" + measured.id() + "”：没有值属于“" + grade.when() + "”"));
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
