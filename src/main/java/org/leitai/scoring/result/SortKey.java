package org.leitai.scoring.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * What orders entries: the more, the better, at every place; a missing value is worse than any other. Equal keys share a
 * rank.
 */
public final class SortKey implements Comparable<SortKey> {
    private static final long MILLIONTHS = 1_000_000;

    private final @Nullable Ratio[] parts;
    private final long coarse;

    private SortKey(@Nullable Ratio[] parts) {
        this.parts = parts;
        this.coarse = coarse(parts[0]);
    }

    public static SortKey of(List<? extends @Nullable Ratio> parts) {
        var array = new @Nullable Ratio[parts.size()];
        for (var i = 0; i < array.length; i++) {
            array[i] = parts.get(i);
        }
        return new SortKey(array);
    }

    /** The values in the order in which they decide, each turned so that more is better; null where there is none. */
    public List<@Nullable Ratio> parts() {
        return Collections.unmodifiableList(Arrays.asList(parts));
    }

    /** How many values can decide. */
    public int size() {
        return parts.length;
    }

    /** The first place at which two keys differ, or −1 if they are equal. */
    public int decidedAt(SortKey other) {
        for (var i = 0; i < parts.length; i++) {
            if (compare(parts[i], other.parts[i]) != 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Never smaller than a worse key's; equal ones may still differ. Twice the first value in millionths, rounded down; odd unless it is
     * known to be exact.
     */
    public long coarse() {
        return coarse;
    }

    private static long coarse(@Nullable Ratio first) {
        if (first == null) {
            return -2 * Ratio.MOST;
        }
        return 2 * first.floor(MILLIONTHS) + (first.isWhole(MILLIONTHS) ? 0 : 1);
    }

    /** Whether every key as long as this one with the same {@link #coarse} number equals it. */
    public boolean isAllCoarse() {
        return parts.length == 1 && coarse % 2 == 0;
    }

    /** Better at the first place already, whatever follows. */
    public boolean leads(SortKey other) {
        return compare(parts[0], other.parts[0]) > 0;
    }

    /** Positive if this is better. */
    @Override
    public int compareTo(SortKey other) {
        for (var i = 0; i < parts.length; i++) {
            var compared = compare(parts[i], other.parts[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Ratio a, @Nullable Ratio b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a.compareTo(b);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortKey that && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
