package org.leitai.judging.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Text.Language;
import org.leitai.scoring.explain.Explanation;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;
import org.leitai.scoring.explain.ExplanationText;

/** A derivation as the tree that pages draw; other entries appear in it by their numbers, never by their ids. */
final class ExplanationDocs {
    private final Map<String, String> numbers;

    ExplanationDocs(Map<String, String> numbers) {
        this.numbers = numbers;
    }

    Doc.Obj tree(Explanation explanation) {
        List<Item> children = new ArrayList<>(explanation.total().children());
        children.addAll(explanation.verdict());
        Item total = explanation.total();
        return node(new Item(total.kind(), total.id(), total.title(), total.value(), total.facts(), children))
                .build();
    }

    private Doc.Builder node(Item item) {
        String fate = item.facts().getOrDefault("fate", "");
        return Doc.obj()
                .put("kind", kind(item.kind()))
                .put("label", label(item))
                .put("value", text(item.value()))
                .put("lost", lost(item))
                .put("dropped", fate.equals("high") || fate.equals("low") ? fate : null)
                .put(
                        "children",
                        item.children().isEmpty()
                                ? null
                                : Doc.arr(item.children().stream()
                                        .map(child -> node(child).build())
                                        .toList()));
    }

    private Doc.Obj label(Item item) {
        return switch (item.kind()) {
            case TOTAL, STAGE, CRITERION, FORM, ASPECT -> DisciplineView.title(item.title());
            case PIECE,
                    ATTEMPT,
                    SEAT,
                    MARK,
                    PANEL,
                    VOTE,
                    TAKEN,
                    STEP,
                    GATE,
                    WEIGHT,
                    CORRECTION,
                    SCALED,
                    RANK,
                    TIE,
                    AWARD,
                    HONOUR -> {
                Item shown = withNumbers(item);
                yield DisciplineView.title(
                        ExplanationText.line(shown, Language.ZH), ExplanationText.line(shown, Language.EN));
            }
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
        return lost.signum() > 0 ? text(lost.stripTrailingZeros()) : null;
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
