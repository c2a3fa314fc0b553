package org.leitai.rulebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.aspect.Aspect;

/**
 * A sub-criterion: what one seat fills in for one subject on one day (评分表).
 *
 * @param day marking day from 1, or null
 * @param panel who fills it: its seats and role
 * @param pieces most work pieces the form is filled for, or null if it varies
 * @param attempts most attempts, or null if it varies
 */
public record Form(
        String id,
        Text title,
        @Nullable Integer day,
        Panel panel,
        List<Leaf> leaves,
        @Nullable Integer pieces,
        @Nullable Integer attempts) {
    public List<Aspect> aspects() {
        return leaves.stream().map(Leaf::aspect).toList();
    }

    public Optional<Aspect> aspect(String aspect) {
        return aspects().stream()
                .filter(candidate -> candidate.id().equals(aspect))
                .findFirst();
    }
}
