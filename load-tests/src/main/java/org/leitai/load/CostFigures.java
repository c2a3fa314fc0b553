package org.leitai.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One more mark on its keeper's thread, in disciplines of very different size: decided, encoded for the ledger, evolved, scored, and the
 * entry's new row with its rank. In this JVM, because nobody types in half a million judged entries.
 */
final class CostFigures {
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int MARKS = 40_000;

    private CostFigures() {}

    static void measure(Report report) throws IOException {
        // The compiler learns from the largest, which is what it must be quick with.
        List<Double> most = micros(Sizes.now().rows());
        List<Double> many = micros(Math.min(MANY, Sizes.now().rows()));
        List<Double> few = micros(FEW);
        report.add(figure(Math.min(MANY, Sizes.now().rows()), many, few));
        report.add(figure(Sizes.now().rows(), most, few));
    }

    private static Figure figure(int entries, List<Double> ours, List<Double> few) {
        return new Figure("one more mark, %,d entries, beside %,d".formatted(entries, FEW), "µs", ours, few, 1.5, true);
    }

    private static List<Double> micros(int entries) {
        var keeper = new MarkKeeper(entries);
        keeper.marks(4 * MARKS);
        var values = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            long begun = System.nanoTime();
            keeper.marks(MARKS);
            values.add((System.nanoTime() - begun) / 1e3 / MARKS);
        }
        System.err.println("one more mark of " + entries + " entries: " + values + " µs");
        return values;
    }
}
