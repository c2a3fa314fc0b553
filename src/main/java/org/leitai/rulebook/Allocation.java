package org.leitai.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leitai.rulebook.exact.Ratio;

/**
 * The mark allocation table: what each criterion allots to each section of the occupational standard, against what the standard
 * gives it (RULES §1.1.4). Aspects outside the scheme do not count.
 *
 * @param criteria titles of the columns; a stage without criteria is one column
 */
public record Allocation(List<Text> criteria, List<Line> lines) {
    /** One section: its marks by criterion, in the order of the columns. */
    public record Line(Section section, List<Ratio> marks) {
        public Ratio allotted() {
            return marks.stream().reduce(Ratio.ZERO, Ratio::plus);
        }

        /** Scheme minus standard. */
        public Ratio difference() {
            return allotted().minus(section.weight());
        }
    }

    public static Allocation of(Rulebook rulebook) {
        var columns = rulebook.stages().stream()
                .flatMap(stage -> columns(stage.tree()))
                .toList();
        var lines = rulebook.sections().stream()
                .map(section -> new Line(
                        section,
                        columns.stream().map(column -> marks(column, section)).toList()))
                .toList();
        return new Allocation(columns.stream().map(Node::title).toList(), lines);
    }

    private static Stream<Node> columns(Node.Branch stage) {
        var criteria = new ArrayList<Node>();
        for (var child : stage.children()) {
            if (child instanceof Node.Branch branch && branch.level() == Node.Level.CRITERION) {
                criteria.add(branch);
            }
        }
        return criteria.isEmpty() ? Stream.of(stage) : criteria.stream();
    }

    private static Ratio marks(Node node, Section section) {
        return switch (node) {
            case Node.Leaf leaf ->
                section.id().equals(leaf.aspect().head().section())
                                && !leaf.aspect().head().outside()
                        ? leaf.aspect().head().max()
                        : Ratio.ZERO;
            case Node.Branch branch ->
                branch.children().stream().map(child -> marks(child, section)).reduce(Ratio.ZERO, Ratio::plus);
        };
    }

    /** How far scheme and standard differ in all: the sum of the sections' differences without sign. */
    public Ratio difference() {
        return lines.stream().map(line -> line.difference().abs()).reduce(Ratio.ZERO, Ratio::plus);
    }
}
