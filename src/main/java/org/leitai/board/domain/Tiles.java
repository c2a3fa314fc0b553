package org.leitai.board.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;

/**
 * What the seats gave, which of it was dropped at which end, their mean, and what was taken off or added after it; read from the
 * derivation of the score itself.
 *
 * @param mean what the panel's marks became, or null without a panel
 */
record Tiles(List<Doc.Obj> marks, @Nullable BigDecimal mean) {
    static Tiles of(Scene scene, Stage stage, String subject) {
        int decimals = scene.rulebook().decimals();
        return panel(scene.scorer().explain(stage.id(), subject))
                .map(panel -> new Tiles(
                        panel.children().stream()
                                .map(vote -> tile(vote, decimals))
                                .toList(),
                        panel.value()))
                .orElse(new Tiles(List.of(), null));
    }

    /** @param score what the subject has in the stage after all of it */
    void addTo(Doc.Builder shown, @Nullable BigDecimal score, int decimals) {
        shown.put("marks", marks);
        if (mean == null) {
            return;
        }
        shown.put("mean", Figures.fixed(mean, decimals));
        if (score != null && score.compareTo(mean) != 0) {
            shown.put("deductions", Figures.fixed(score.subtract(mean), decimals));
        }
    }

    /** The outermost place where several seats became one value. */
    private static Optional<Item> panel(List<Item> items) {
        return items.stream()
                .filter(item -> item.kind() == Kind.PANEL && item.children().size() > 1)
                .findFirst()
                .or(() -> items.stream()
                        .map(item -> panel(item.children()))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Doc.Obj tile(Item vote, int decimals) {
        Doc.Builder tile = Doc.obj().put("label", vote.id());
        if (vote.value() != null) {
            tile.put("value", Figures.fixed(vote.value(), decimals));
        }
        String fate = vote.facts().getOrDefault("fate", "kept");
        return (fate.equals("kept") ? tile : tile.put("dropped", fate)).build();
    }
}
