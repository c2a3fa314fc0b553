package org.leitai.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.aspect.Aspect;

/**
 * A part of a discipline that is scored (竞赛模块).
 *
 * @param of whether marks are recorded for an entry or for its whole team
 * @param divisions the divisions it is for; empty means all
 * @param standardise rescaling of stage scores over the field, or null
 */
public record Stage(
        Branch tree,
        Identity identity,
        Of of,
        Set<String> divisions,
        @Nullable Standardise standardise,
        List<Form> forms,
        List<Leaf> leaves,
        Map<String, Integer> positions) {
    /** Whose marks a stage holds. */
    public enum Of {
        ENTRY,
        TEAM
    }

    public static Stage of(
            Branch tree,
            Identity identity,
            Of of,
            Set<String> divisions,
            @Nullable Standardise standardise,
            List<Form> forms) {
        var leaves = forms.stream().flatMap(form -> form.leaves().stream()).toList();
        var positions = leaves.stream().collect(Collectors.toUnmodifiableMap(Leaf::id, Leaf::index, (a, _) -> a));
        return new Stage(tree, identity, of, Set.copyOf(divisions), standardise, forms, leaves, positions);
    }

    public String id() {
        return tree.id();
    }

    public Text title() {
        return tree.title();
    }

    public boolean isFor(String division) {
        return divisions.isEmpty() || divisions.contains(division);
    }

    /** Any stage, criterion, form or aspect of this stage, the outermost one where ids are the same. */
    public Optional<Node> node(String node) {
        return find(tree, node);
    }

    private static Optional<Node> find(Node node, String id) {
        if (node.id().equals(id)) {
            return Optional.of(node);
        }
        if (node instanceof Branch branch) {
            for (var child : branch.children()) {
                var found = find(child, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    public Optional<Form> form(String form) {
        return forms.stream().filter(candidate -> candidate.id().equals(form)).findFirst();
    }

    public Optional<Aspect> aspect(String aspect) {
        return Optional.ofNullable(positions.get(aspect))
                .map(index -> leaves.get(index).aspect());
    }

    public Optional<Form> formOf(String aspect) {
        return forms.stream().filter(form -> form.aspect(aspect).isPresent()).findFirst();
    }
}
