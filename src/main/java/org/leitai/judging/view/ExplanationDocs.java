package org.leitai.judging.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.explain.Explanation;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;

/** A derivation as the tree that pages draw; other entries appear in it by their numbers, never by their ids. */
final class ExplanationDocs {
    private final Map<String, String> numbers;
    private final ExplanationWords words;

    ExplanationDocs(Map<String, String> numbers, Rulebook rulebook) {
        this.numbers = numbers;
        this.words = new ExplanationWords(rulebook);
    }

    Doc.Obj tree(Explanation explanation) {
        List<Item> children = new ArrayList<>(explanation.total().children());
        children.addAll(explanation.verdict());
        Item total = explanation.total();
        return node(new Item(total.kind(), total.id(), total.title(), total.value(), total.facts(), children), "", 0);
    }

    /**
     * One step and all below it.
     *
     * @param where the stage, then {@code stage/aspect}, in which a mark's raw value means something
     * @param decimals how many its neighbours are printed with
     */
    private Doc.Obj node(Item item, String where, int decimals) {
        String fate = fact(item, "fate");
        String inside = inside(item, where);
        return Doc.obj()
                .put("kind", kind(item.kind()))
                .put("label", DisciplineView.title(words.label(withNumbers(item), where)))
                .put("value", text(item.value(), Math.max(decimals, rounded(item))))
                .put("max", orNull(item, "max"))
                .put("weight", orNull(item, "weight"))
                .put("before", orNull(item, "before"))
                .put("lost", lost(item))
                .put("dropped", fate.equals("high") || fate.equals("low") ? fate : null)
                .put("children", item.children().isEmpty() ? null : children(item, inside))
                .build();
    }

    private Doc children(Item item, String where) {
        return Doc.arr(item.children().stream()
                .map(child -> node(child, where, neighbours(item, child.kind())))
                .toList());
    }

    /** Marks stand side by side, and aspects under each other: 9.6 beside 9.53 is printed 9.60. */
    private static int neighbours(Item parent, Kind kind) {
        return switch (kind) {
            case SEAT, VOTE, ASPECT, ATTEMPT, PIECE ->
                parent.children().stream()
                        .filter(child -> child.kind() == kind && child.value() != null)
                        .mapToInt(child -> scale(child.value()))
                        .max()
                        .orElse(0);
            default -> 0;
        };
    }

    private static int scale(@Nullable BigDecimal value) {
        return value == null ? 0 : Math.max(0, value.stripTrailingZeros().scale());
    }

    /** What was rounded to two decimals is printed with two: 8.9 is 8.90. */
    private static int rounded(Item item) {
        String decimals = switch (item.kind()) {
            case STEP -> item.id().equals("round") ? fact(item, "by") : "";
            case PANEL -> fact(item, "decimals");
            default -> "";
        };
        return decimals.isEmpty() ? 0 : Math.max(0, Integer.parseInt(decimals));
    }

    private static String inside(Item item, String where) {
        return switch (item.kind()) {
            case STAGE -> item.id();
            case ASPECT -> where + "/" + item.id();
            default -> where;
        };
    }

    private Item withNumbers(Item item) {
        String against = item.facts().get("against");
        if (against == null) {
            return item;
        }
        Map<String, String> facts = new HashMap<>(item.facts());
        facts.put("against", numbers.getOrDefault(against, "?"));
        return new Item(item.kind(), item.id(), item.title(), item.value(), facts, item.children());
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case TOTAL -> "total";
            case STAGE -> "stage";
            case CRITERION -> "criterion";
            case FORM, PIECE, ATTEMPT -> "form";
            case ASPECT -> "aspect";
            case PANEL, TAKEN -> "panel";
            case SEAT, MARK, VOTE -> "mark";
            case STEP, GATE, WEIGHT, CORRECTION, SCALED, RANK, TIE, AWARD, HONOUR -> "step";
        };
    }

    /** What is missing to the maximum of an aspect. */
    private static @Nullable String lost(Item item) {
        String max = item.facts().get("max");
        BigDecimal value = item.value();
        if (item.kind() != Kind.ASPECT || max == null || value == null) {
            return null;
        }
        BigDecimal lost = new BigDecimal(max).subtract(value);
        return lost.signum() > 0 ? text(lost.stripTrailingZeros(), 0) : null;
    }

    private static String fact(Item item, String name) {
        return item.facts().getOrDefault(name, "");
    }

    private static @Nullable String orNull(Item item, String name) {
        return item.facts().get(name);
    }

    /** With at least so many decimals; never rounded. */
    private static @Nullable String text(@Nullable BigDecimal value, int decimals) {
        return value == null
                ? null
                : value.setScale(Math.max(Math.max(0, value.scale()), decimals), RoundingMode.UNNECESSARY)
                        .toPlainString();
    }
}
