package org.leitai.paper.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that have answers, eight bytes each: sorted runs, the longest first, of which the last are merged while they are not much
 * longer than what is added. Half a million numbers lie in about nine runs. Immutable; a state that is dropped costs nothing.
 */
final class NumberSet {
    static final NumberSet EMPTY = new NumberSet(List.of());

    private final List<long[]> runs;

    private NumberSet(List<long[]> runs) {
        this.runs = runs;
    }

    boolean contains(long code) {
        for (long[] run : runs) {
            if (Arrays.binarySearch(run, code) >= 0) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return runs.stream().mapToInt(run -> run.length).sum();
    }

    NumberSet plus(long[] codes) {
        List<long[]> next = new ArrayList<>(runs);
        long[] run = codes.clone();
        while (!next.isEmpty() && next.getLast().length < 2 * run.length) {
            run = together(next.removeLast(), run);
        }
        Arrays.sort(run);
        next.add(run);
        return new NumberSet(List.copyOf(next));
    }

    private static long[] together(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
