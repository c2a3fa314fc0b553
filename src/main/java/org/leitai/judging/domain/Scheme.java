package org.leitai.judging.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;
import org.leitai.rulebook.Rulebook;

/**
 * What judging needs to know of a rulebook: which forms there are, who fills them in, what a value may be.
 *
 * @param kinship the strictest of its panels
 */
public record Scheme(Rulebook rulebook, List<Stage> stages, Set<String> divisions, Kinship kinship) {
    public Scheme {
        stages = List.copyOf(stages);
        divisions = Set.copyOf(divisions);
    }

    public Optional<Stage> stage(String id) {
        for (Stage stage : stages) {
            if (stage.id().equals(id)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /** What a judge sees instead of a name. */
    public enum Identity {
        OPEN,
        NUMBER,
        SEALED
    }

    /** Which judges must stand aside; enforced when a seat is filled. */
    public enum Kinship {
        NONE,
        /** No judge of a unit that takes part. */
        UNIT,
        /** No judge of a delegation that takes part. */
        DELEGATION
    }

    public record Stage(String id, Identity identity, List<Form> forms) {
        public Stage {
            forms = List.copyOf(forms);
        }

        public Optional<Form> form(String id) {
            return forms.stream().filter(form -> form.id().equals(id)).findFirst();
        }

        /** The form that holds an aspect; aspects are unique within a stage. */
        public Optional<Form> formOf(String aspect) {
            for (Form form : forms) {
                if (form.item(aspect).isPresent()) {
                    return Optional.of(form);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One form (评分表) of a stage.
     *
     * @param role whose seats fill it in
     * @param seats labels of those seats
     * @param pieces work pieces a subject hands in, 1 or more
     * @param attempts how often it is filled in at most, 1 or more
     */
    public record Form(String id, List<Item> items, Role role, Set<String> seats, int pieces, int attempts) {
        public Form {
            items = List.copyOf(items);
            seats = Set.copyOf(seats);
        }

        /** Whether results miss something without it; a time sheet whose times are optional is not required. */
        public boolean isRequired() {
            return items.stream().anyMatch(Item::required);
        }

        public Optional<Item> item(String aspect) {
            for (Item item : items) {
                if (item.aspect().equals(aspect)) {
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One aspect (评分点) of a form.
     *
     * @param required whether a sheet can only be signed with a value (or absence) here
     * @param judged on levels against benchmark texts: a panel sees its votes once all are in, and no seat changes its own then
     * @param spread judges the distance between the seats' values; null without such a rule
     */
    public record Item(
            String aspect,
            boolean required,
            boolean judged,
            Check check,
            @Nullable Spread spread) {}

    /** Reads a posted value. */
    @FunctionalInterface
    public interface Check {
        Value read(String text);
    }

    /** What became of a posted value. */
    public sealed interface Value {
        /** In canonical text, see the rulebook's mark values. */
        record Good(String text) implements Value {}

        record Bad(Refusal refusal) implements Value {}
    }

    /** Whether the values of all seats may stand together. */
    @FunctionalInterface
    public interface Spread {
        /** The distance, when it is more than the rule allows. */
        Optional<String> tooWide(Collection<String> values);
    }
}
