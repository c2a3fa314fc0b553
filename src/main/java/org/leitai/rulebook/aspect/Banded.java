package org.leitai.rulebook.aspect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * A measured number inside tolerance bands round a target; each band keeps a share of the maximum. Of several bands that
 * hold the number the most generous counts (case RANGED_SCORE: bands nest), outside all of them there is nothing.
 */
public record Banded(Head head, Ratio target, List<Band> bands, NumberRange range) implements Aspect {
    /**
     * A tolerance band.
     *
     * @param below how far under the target the band reaches, inclusive
     * @param above how far over it
     * @param points what the band is worth
     */
    public record Band(Ratio below, Ratio above, Ratio points) {
        boolean contains(Ratio target, Ratio value) {
            return value.compareTo(target.minus(below)) >= 0 && value.compareTo(target.plus(above)) <= 0;
        }
    }

    @Override
    public String kind() {
        return "bands";
    }

    @Override
    public Checked check(MarkValue value) {
        return range.check(value);
    }

    @Override
    public Checked read(String text) {
        return NumberRange.readNumber(text);
    }

    public Optional<Band> band(MarkValue value) {
        if (!(value instanceof MarkValue.Amount number)) {
            return Optional.empty();
        }
        var measured = Ratio.of(number.value());
        return bands.stream().filter(band -> band.contains(target, measured)).max(Comparator.comparing(Band::points));
    }

    @Override
    public Ratio points(MarkValue value) {
        return band(value).map(Band::points).orElse(Ratio.ZERO);
    }

    @Override
    public Bounds bounds() {
        return Bounds.over(Stream.concat(Stream.of(Ratio.ZERO), bands.stream().map(Band::points))
                .toList());
    }

    @Override
    public Bounds figures() {
        return range.bounds();
    }
}
