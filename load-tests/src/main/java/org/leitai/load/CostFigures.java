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
    private static final int WARM = 4;
    /** Marks of one keeper for each of its entries, so that none is replaced more often than a judge would. */
    private static final int OFTEN = 4;

    private CostFigures() {}

    static void measure(Report report) throws IOException {
        // The compiler learns from the largest, which is what it must be quick with.
        List<Double> most = micros(Sizes.now().rows());
        List<Double> many = micros(Math.min(MANY, Sizes.now().rows()));
        List<Double> few = micros(FEW);
        report.add(Figure.known("live heap of a discipline of %,d entries with a mark each".formatted(Sizes.now().rows()), "MB",
                List.of(heapMegabytes(Sizes.now().rows()))));
        report.add(figure(Math.min(MANY, Sizes.now().rows()), many, few));
        report.add(figure(Sizes.now().rows(), most, few));
    }

    private static Figure figure(int entries, List<Double> ours, List<Double> few) {
        return new Figure("one more mark, %,d entries, beside %,d".formatted(entries, FEW), "µs", ours, few, 1.5, true);
    }

    private static List<Double> micros(int entries) {
        var values = new ArrayList<Double>();
        for (int run = 0; run < WARM + Sizes.now().runs(); run++) {
            values.add(lap(entries) / 1e3 / MARKS);
        }
        values.subList(0, WARM).clear();
        System.err.println("one more mark of " + entries + " entries: " + values + " µs");
        return values;
    }

    /** What its keeper holds, standings with it; the known keys of commands not. */
    private static double heapMegabytes(int entries) {
        long before = heapUsed();
        var keeper = new MarkKeeper(entries);
        long after = heapUsed();
        keeper.marks(1);
        return (after - before) / 1e6;
    }

    private static long heapUsed() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Nanoseconds of so many marks; what it takes to make keepers does not count. */
    private static long lap(int entries) {
        long nanos = 0;
        int done = 0;
        while (done < MARKS) {
            var keeper = new MarkKeeper(entries);
            int marks = Math.min(MARKS - done, OFTEN * entries);
            long begun = System.nanoTime();
            keeper.marks(marks);
            nanos += System.nanoTime() - begun;
            done += marks;
        }
        return nanos;
    }
}
