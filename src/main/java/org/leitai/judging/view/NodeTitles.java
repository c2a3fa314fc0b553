package org.leitai.judging.view;

import java.util.Optional;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Text;

/** Titles of a marking tree's nodes by id. */
final class NodeTitles {
    private NodeTitles() {}

    /** The id itself where no node has it. */
    static Text of(Node tree, String id) {
        return find(tree, id).orElse(Text.of(id));
    }

    private static Optional<Text> find(Node node, String id) {
        if (node.id().equals(id)) {
            return Optional.of(node.title());
        }
        return switch (node) {
            case Node.Leaf ignored -> Optional.empty();
            case Node.Branch branch ->
                branch.children().stream()
                        .flatMap(child -> find(child, id).stream())
                        .findFirst();
        };
    }
}
