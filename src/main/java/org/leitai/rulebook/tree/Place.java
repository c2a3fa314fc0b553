package org.leitai.rulebook.tree;

import java.util.List;
import java.util.stream.IntStream;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Scalar;
import org.leitai.rulebook.tree.Tree.Sequence;

/**
 * Where something stands in a document, for checks that come after reading. A step to what is not there stays where it is, so
 * that a problem is always found near its cause.
 */
public record Place(Tree tree, String path, Problems problems) {
    public static Place of(Fields fields) {
        return new Place(fields.source(), fields.path(), fields.problems());
    }

    /** The field of a mapping; a text that stands for a whole mapping is its own field. */
    public Place key(String key) {
        return switch (tree) {
            case Mapping mapping -> {
                var further = path.isEmpty() ? key : path + "." + key;
                yield mapping.get(key) instanceof Tree found ? to(found, further) : to(mapping, further);
            }
            case Scalar _, Sequence _ -> this;
        };
    }

    /** The nth of the mappings in a list, from 0; of the texts and mappings where a text may stand for one. */
    public Place item(int nth, boolean orText) {
        var items = items(orText);
        return nth >= 0 && nth < items.size() ? items.get(nth) : this;
    }

    public Place item(int nth) {
        return item(nth, false);
    }

    /** All the mappings in a list. */
    public List<Place> items() {
        return items(false);
    }

    /** All the mappings and texts in a list. */
    public List<Place> itemsOrTexts() {
        return items(true);
    }

    private List<Place> items(boolean orText) {
        var items = tree instanceof Sequence sequence ? sequence.items() : List.<Tree>of();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i) instanceof Mapping || (orText && items.get(i) instanceof Scalar))
                .mapToObj(i -> to(items.get(i), path + "[" + i + "]"))
                .toList();
    }

    /** The text in a list that says so, or the field of a mapping that is called so. */
    public Place named(String text) {
        if (tree instanceof Sequence sequence) {
            for (var i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Scalar scalar
                        && scalar.text().equals(text)) {
                    return to(scalar, path + "[" + i + "]");
                }
            }
        }
        return key(text);
    }

    private Place to(Tree other, String further) {
        return new Place(other, further, problems);
    }

    public void error(String code, String en, String zh) {
        problems.error(tree.mark(), path, code, en, zh);
    }

    public void warning(String code, String en, String zh) {
        problems.warning(tree.mark(), path, code, en, zh);
    }
}
