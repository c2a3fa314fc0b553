package org.leitai.rulebook.aspect;

import java.util.List;
import java.util.Set;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * A veto (一票否决): when it is marked, what it guards is worth 0, whatever the values say; they stay visible.
 *
 * @param zeroes what it guards; {@code ITEMS} names the aspects in the mark itself
 * @param items aspects of the form it can name, or the listed conditions that may be ticked
 */
public record Gate(Head head, Scope zeroes, List<Item> items) implements Aspect {
    /** What is worth 0 when the gate is hit. */
    public enum Scope {
        SHEET,
        CRITERION,
        STAGE,
        ITEMS
    }

    /** A thing that can be ticked. */
    public record Item(String id, Text title) {}

    @Override
    public String kind() {
        return "gate";
    }

    @Override
    public boolean counts() {
        return false;
    }

    @Override
    public Checked check(MarkValue value) {
        return switch (value) {
            case MarkValue.Pass _ when zeroes != Scope.ITEMS -> new Checked.Accepted(value);
            case MarkValue.Counts counts -> {
                var unknown = counts.items().keySet().stream()
                        .filter(id -> items.stream().noneMatch(item -> item.id().equals(id)))
                        .findFirst();
                yield unknown.isEmpty()
                        ? new Checked.Accepted(value)
                        : Checked.refused(
                                "unknown-item",
                                "there is no item '" + unknown.get() + "' here",
                                "此处没有“" + unknown.get() + "”项");
            }
            default -> Checked.wrongType("pass, fail, or what occurred such as crack=1", "通过、不通过，或形如 crack=1 的情形");
        };
    }

    @Override
    public Checked read(String text) {
        if (Measured.isNone(text)) {
            return new Checked.Accepted(MarkValue.Counts.NONE);
        }
        var word = PassFail.word(text);
        if (word.isPresent()) {
            return new Checked.Accepted(new MarkValue.Pass(word.get()));
        }
        return Measured.pairs(text)
                .<Checked>map(counts -> new Checked.Accepted(new MarkValue.Counts(counts)))
                .orElseGet(() ->
                        Checked.wrongType("pass, fail, or what occurred such as crack=1", "通过、不通过，或形如 crack=1 的情形"));
    }

    /** Whether the guarded part is worth 0. */
    public boolean isHit(MarkValue value) {
        return switch (value) {
            case MarkValue.Pass pass -> !pass.passed();
            case MarkValue.Counts counts -> !counts.items().isEmpty();
            default -> false;
        };
    }

    /** The aspects that are worth 0, for {@code ITEMS}. */
    public Set<String> hitItems(MarkValue value) {
        return value instanceof MarkValue.Counts counts ? counts.items().keySet() : Set.of();
    }

    @Override
    public Ratio points(MarkValue value) {
        return Ratio.ZERO;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(Ratio.ZERO, Ratio.ZERO);
    }
}
