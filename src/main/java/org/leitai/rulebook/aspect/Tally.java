package org.leitai.rulebook.aspect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * Counted items that change a base: deductions from an allotment (RULES §5.3) or the running points of a quiz.
 *
 * @param kind {@code deductions} or {@code running}
 * @param base what it starts from
 * @param floor the sum cannot go below this, or null
 * @param ceiling the sum cannot go above this, or null
 */
public record Tally(
        Head head,
        String kind,
        Ratio base,
        List<TallyItem> items,
        @Nullable Ratio floor,
        @Nullable Ratio ceiling) implements Aspect {
    public Optional<TallyItem> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    @Override
    public Checked check(MarkValue value) {
        if (!(value instanceof MarkValue.Counts counts)) {
            return Checked.wrongType("counts such as late=1, or none", "形如 late=1 的次数，或 none");
        }
        for (var count : counts.items().entrySet()) {
            var item = item(count.getKey());
            if (item.isEmpty()) {
                return Checked.refused(
                        "unknown-item",
                        "there is no item '" + count.getKey() + "' here",
                        "此处没有“" + count.getKey() + "”项");
            }
            var refusal = item.get().amounts().refusal(count.getValue());
            if (refusal.isPresent() && count.getValue().signum() != 0) {
                return refusal.get();
            }
        }
        return new Checked.Accepted(value);
    }

    @Override
    public Checked read(String text) {
        if (Measured.isNone(text)) {
            return new Checked.Accepted(MarkValue.Counts.NONE);
        }
        return Measured.pairs(text)
                .<Checked>map(items -> new Checked.Accepted(new MarkValue.Counts(items)))
                .orElseGet(() -> Checked.wrongType("counts such as late=1, or none", "形如 late=1 的次数，或 none"));
    }

    /** Whether some item forfeits the whole allotment, and which. */
    public Optional<TallyItem> forfeitedBy(MarkValue value) {
        return value instanceof MarkValue.Counts counts
                ? items.stream()
                        .filter(item -> item.forfeits(amount(counts, item)))
                        .findFirst()
                : Optional.empty();
    }

    private static BigDecimal amount(MarkValue.Counts counts, TallyItem item) {
        return counts.items().getOrDefault(item.id(), BigDecimal.ZERO);
    }

    @Override
    public Ratio points(MarkValue value) {
        if (!(value instanceof MarkValue.Counts counts)) {
            return Ratio.ZERO;
        }
        if (forfeitedBy(value).isPresent()) {
            return floor == null ? Ratio.ZERO : floor;
        }
        var sum = base;
        for (var item : items) {
            sum = sum.plus(item.change(amount(counts, item)));
        }
        return clamp(sum);
    }

    private Ratio clamp(Ratio sum) {
        var raised = floor == null ? sum : sum.max(floor);
        return ceiling == null ? raised : raised.min(ceiling);
    }

    @Override
    public Bounds bounds() {
        var low = base;
        var high = base;
        var lowKnown = true;
        var highKnown = true;
        for (var item : items) {
            var furthest = item.furthest();
            if (item.each().signum() < 0) {
                lowKnown &= furthest.isPresent();
                low = low.plus(furthest.orElse(Ratio.ZERO));
            } else {
                highKnown &= furthest.isPresent();
                high = high.plus(furthest.orElse(Ratio.ZERO));
            }
        }
        var sums = new Bounds(lowKnown ? clamp(low) : floor, highKnown ? clamp(high) : ceiling);
        return items.stream().anyMatch(TallyItem::mayForfeit)
                ? sums.or(Bounds.at(floor == null ? Ratio.ZERO : floor))
                : sums;
    }
}
