package org.leitai.judging.view;

import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.ExplanationText;

/**
 * The words beside a step's value: what was done, without repeating the value, and raw marks as their judges meant them.
 */
record ExplanationWords(Rulebook rulebook) {
    /**
     * The label of one step.
     *
     * @param where the stage, or {@code stage/aspect}, in which it stands
     */
    Text label(Item item, String where) {
        return switch (item.kind()) {
            case MARK -> ExplanationText.marked(item, raw(item, where));
            case TIE -> tie(item);
            default -> ExplanationText.label(item);
        };
    }

    private Text raw(Item item, String where) {
        String raw = item.facts().getOrDefault("raw", "");
        String[] place = where.split("/", 2);
        return place.length < 2
                ? Text.of(raw)
                : rulebook.aspect(place[0], place[1])
                        .map(aspect -> raw(aspect, raw))
                        .orElse(Text.of(raw));
    }

    private static Text raw(Aspect aspect, String raw) {
        return new RawWords(aspect).of(raw);
    }

    private Text tie(Item item) {
        Text label = ExplanationText.label(item);
        Text node = node(item.id());
        return Text.of(
                label.zh().replace("“" + item.id(), "“" + node.zh()),
                label.en().replace("decided by '" + item.id(), "decided by '" + node.en()));
    }

    /** The title of what decided between equals; ids are {@code stage} or {@code stage/node}. */
    private Text node(String id) {
        String[] place = id.split("/", 2);
        return rulebook.stage(place[0])
                .map(stage -> place.length < 2 ? stage.title() : NodeTitles.of(stage.tree(), place[1]))
                .orElse(Text.of(id));
    }
}
