package org.leitai.rulebook.aspect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/**
 * A time in seconds and what it changes: points lost over the limit or short of a least time, points won under it.
 * Without any of these it is a recorded time that only tie-breaks look at.
 *
 * @param base points before any change
 * @param least a shorter time is short by the difference, or null
 * @param limit a longer time is over by the difference, or null
 * @param floor the points cannot go below this, or null
 */
public record Timed(
        Head head,
        Ratio base,
        @Nullable Ratio least,
        @Nullable Ratio limit,
        Scale over,
        Scale shortBy,
        Scale early,
        @Nullable Ratio floor,
        NumberRange range)
        implements Aspect {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{1,2}(?:\\.\\d{1,6})?)");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /**
     * Points for a difference in seconds: the first band that reaches it, or so many points for each begun step.
     *
     * @param every seconds of a step, or null if there are only bands
     * @param cap most points without sign, or null
     */
    public record Scale(
            List<Band> bands,
            @Nullable Ratio every,
            Ratio points,
            @Nullable Ratio cap) {
        public static final Scale NONE = new Scale(List.of(), null, Ratio.ZERO, null);

        Ratio change(Ratio seconds) {
            if (seconds.signum() <= 0) {
                return Ratio.ZERO;
            }
            for (var band : bands) {
                if (band.to() == null || seconds.compareTo(band.to()) <= 0) {
                    return band.points();
                }
            }
            return every == null ? lastBand() : stepped(seconds);
        }

        private Ratio stepped(Ratio seconds) {
            return every == null
                    ? Ratio.ZERO
                    : capped(seconds.dividedBy(every).ceiling().times(points));
        }

        private Ratio lastBand() {
            return bands.isEmpty() ? Ratio.ZERO : bands.getLast().points();
        }

        private Ratio capped(Ratio change) {
            return cap == null ? change : change.max(cap.abs().negate()).min(cap.abs());
        }

        boolean isNone() {
            return bands.isEmpty() && every == null;
        }

        /** What it can change by, up to the longest difference, which is null where there is none. */
        Bounds bounds(@Nullable Ratio longest) {
            var changes = Bounds.over(bands.stream().map(Band::points).toList()).or(Bounds.at(Ratio.ZERO));
            if (every == null) {
                return changes;
            }
            if (longest != null) {
                return changes.or(Bounds.at(stepped(longest.max(Ratio.ZERO))));
            }
            if (cap != null) {
                return changes.or(Bounds.at(points.signum() < 0 ? cap.abs().negate() : cap.abs()));
            }
            return points.signum() < 0 ? new Bounds(null, changes.high()) : new Bounds(changes.low(), null);
        }
    }

    /**
     * One band.
     *
     * @param to last second of the band, inclusive; null for every longer difference
     */
    public record Band(@Nullable Ratio to, Ratio points) {}

    @Override
    public String kind() {
        return "time";
    }

    @Override
    public boolean counts() {
        return !(over.isNone() && shortBy.isNone() && early.isNone() && base.signum() == 0);
    }

    @Override
    public Checked check(MarkValue value) {
        return value instanceof MarkValue.Time time
                ? range.refusal(time.seconds())
                        .<Checked>map(refused -> refused)
                        .orElseGet(() -> new Checked.Accepted(value))
                : Checked.wrongType("a time in seconds or as 8:41.5", "秒数或 8:41.5 形式的时间");
    }

    @Override
    public Checked read(String text) {
        return seconds(text)
                .<Checked>map(seconds -> new Checked.Accepted(new MarkValue.Time(seconds)))
                .orElseGet(() -> Checked.wrongType("a time in seconds or as 8:41.5", "秒数或 8:41.5 形式的时间"));
    }

    /** Seconds of {@code 521.35}, {@code 8:41.35} or {@code 1:02:03}. */
    public static Optional<BigDecimal> seconds(String text) {
        var clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return Decimals.parse(text);
        }
        var hours = clock.group(1) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(1));
        var minutes = hours.multiply(SIXTY).add(new BigDecimal(clock.group(2)));
        return Optional.of(minutes.multiply(SIXTY).add(new BigDecimal(clock.group(3))));
    }

    @Override
    public Ratio points(MarkValue value) {
        if (!(value instanceof MarkValue.Time time)) {
            return Ratio.ZERO;
        }
        var seconds = Ratio.of(time.seconds());
        var points = base;
        if (limit != null) {
            points = points.plus(over.change(seconds.minus(limit))).plus(early.change(limit.minus(seconds)));
        }
        if (least != null) {
            points = points.plus(shortBy.change(least.minus(seconds)));
        }
        return floor == null ? points : points.max(floor);
    }

    @Override
    public Bounds bounds() {
        // the longest time that a box takes is no limit that a rule sets
        var longer = over.bounds(null);
        var earlier = early.bounds(limit);
        var shorter = shortBy.bounds(least);
        // who is over the limit is not short of the least time as well, but who is early may be
        var changes = early.isNone() && (least == null || limit == null || least.compareTo(limit) <= 0)
                ? longer.or(shorter)
                : longer.or(earlier).plus(shorter);
        var points = Bounds.at(base).plus(changes);
        return floor == null ? points : points.atLeast(floor);
    }

    @Override
    public Bounds figures() {
        return new Bounds(Ratio.ZERO, null);
    }
}
