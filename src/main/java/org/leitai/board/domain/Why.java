package org.leitai.board.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.result.StageScore;

/**
 * Why a row of an audience's board has what it shows: seats' marks with the dropped ones, or what was lost in which part. Of scores that
 * the audience does not see there is nothing here either.
 */
public final class Why {
    /** Aliases have no way back, so an entry is found by trying; larger fields have no marks by seats to show. */
    private static final int MOST_ENTRIES = 5_000;

    private final Scene scene;
    private final Disclosure disclosure;

    private Why(Scene scene, Disclosure disclosure) {
        this.scene = scene;
        this.disclosure = disclosure;
    }

    /** The picture of a row; empty when there is no such row, or nothing of it is shown. */
    public static Optional<Doc.Obj> of(Scene scene, Audience audience, Aliases aliases, String rowId) {
        var disclosure = new Disclosure(scene, audience);
        if (!disclosure.showsRows() || scene.state().entries().size() > MOST_ENTRIES) {
            return Optional.empty();
        }
        var why = new Why(scene, disclosure);
        return scene.state().entries().keySet().stream()
                .filter(entry -> aliases.of(Board.ROW_LAYER, entry).equals(rowId))
                .findFirst()
                .map(why::stages)
                .filter(stages -> !stages.isEmpty())
                .map(stages -> Doc.obj().put("id", rowId).put("stages", stages).build());
    }

    private List<Doc.Obj> stages(UUID entry) {
        return scene.rulebook().stages().stream()
                .flatMap(stage -> number(stage, entry).flatMap(number -> stage(stage, number)).stream())
                .toList();
    }

    private Optional<String> number(Stage stage, UUID entry) {
        return scene.state().subjects(stage.id()).stream()
                .filter(number -> scene.state()
                        .entry(stage.id(), number)
                        .map(DisciplineState.Entry::id)
                        .filter(entry::equals)
                        .isPresent())
                .findFirst();
    }

    private Optional<Doc.Obj> stage(Stage stage, String number) {
        StageScore score = scene.scorer().stageScore(stage.id(), number);
        BigDecimal total = score == null ? null : score.shown();
        if (total == null || !disclosure.showsScore(stage, score, number)) {
            return Optional.empty();
        }
        int decimals = scene.rulebook().decimals();
        Doc.Builder why = Doc.obj()
                .put("id", stage.id())
                .put("title", HeadPart.titles(stage.title()))
                .put("total", Figures.fixed(total, decimals));
        if (scene.rulebook().kind() == Kind.TEAM_DRILL) {
            why.put("parts", parts(stage, number));
            Lanes.time(scene, stage, number).ifPresent(time -> why.put("seconds", time.toPlainString()));
        } else {
            Tiles.of(scene, stage, number).addTo(why, total, decimals);
        }
        return Optional.of(why.build());
    }

    /** Each criterion with its points and what was lost of them. */
    private List<Doc.Obj> parts(Stage stage, String number) {
        List<Item> items = scene.scorer().explain(stage.id(), number);
        return stage.tree().children().stream()
                .flatMap(child -> find(items, child.id()).stream().map(item -> part(child, item)))
                .toList();
    }

    private Doc.Obj part(Node node, Item item) {
        int decimals = scene.rulebook().decimals();
        Doc.Builder part = Doc.obj().put("title", HeadPart.titles(node.title()));
        BigDecimal value = item.value();
        if (value == null) {
            return part.build();
        }
        part.put("value", Figures.plain(value, decimals));
        if (node instanceof Node.Branch branch && branch.max() != null) {
            BigDecimal max = branch.max().toDecimal();
            part.put("max", Figures.plain(max, decimals)).put("lost", Figures.plain(max.subtract(value), decimals));
        }
        return part.build();
    }

    private static Optional<Item> find(List<Item> items, String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .or(() -> items.stream()
                        .flatMap(item -> find(item.children(), id).stream())
                        .findFirst());
    }
}
