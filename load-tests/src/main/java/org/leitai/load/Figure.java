package org.leitai.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param unit of ours and theirs
 * @param ours one value a run
 * @param theirs one value a run of what it is compared with; empty without one
 * @param aim what {@link #ratio} should be at least (or at most), or without theirs what ours should be; not a number where something
 *     is only to be known
 * @param atMost whether less is better
 */
record Figure(String what, String unit, List<Double> ours, List<Double> theirs, double aim, boolean atMost) {
    /** Something to reckon with, without an aim. */
    static Figure known(String what, String unit, List<Double> ours) {
        return new Figure(what, unit, ours, List.of(), Double.NaN, true);
    }

    boolean hasAim() {
        return !Double.isNaN(aim);
    }

    double median() {
        return median(ours);
    }

    /** Ours by theirs; ours itself when it stands alone. */
    double ratio() {
        return theirs.isEmpty() ? median(ours) : median(ours) / median(theirs);
    }

    String verdict() {
        return (atMost ? ratio() <= aim : ratio() >= aim) ? "met" : "MISSED";
    }

    String row() {
        if (!hasAim()) {
            return "| %s | %s | %s | – | – | – | for sizing |".formatted(what, unit, spread(ours));
        }
        String compared = theirs.isEmpty() ? "no reference" : number(ratio()) + " ×";
        String sign = atMost ? "≤ " : "≥ ";
        return "| %s | %s | %s | %s | %s | %s%s | %s |".formatted(what, unit, spread(ours), spread(theirs), compared,
                sign, number(aim) + (theirs.isEmpty() ? "" : " ×"), verdict());
    }

    String csv() {
        return String.join(";", what, unit, join(ours), join(theirs), Double.toString(aim), Boolean.toString(atMost));
    }

    static Figure read(String csv) {
        String[] parts = csv.split(";", -1);
        return new Figure(parts[0], parts[1], values(parts[2]), values(parts[3]), Double.parseDouble(parts[4]),
                Boolean.parseBoolean(parts[5]));
    }

    private static List<Double> values(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }

    private static String join(List<Double> values) {
        return values.stream().map(value -> String.format(Locale.ROOT, "%.3f", value)).collect(Collectors.joining(" "));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String spread(List<Double> values) {
        if (values.isEmpty()) {
            return "–";
        }
        DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
        var statistics = all.summaryStatistics();
        return "**%s** (%s–%s)".formatted(number(median(values)), number(statistics.getMin()),
                number(statistics.getMax()));
    }

    static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
