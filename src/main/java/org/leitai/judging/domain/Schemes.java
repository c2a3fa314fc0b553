package org.leitai.judging.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Scheme.Form;
import org.leitai.judging.domain.Scheme.Identity;
import org.leitai.judging.domain.Scheme.Item;
import org.leitai.judging.domain.Scheme.Kinship;
import org.leitai.judging.domain.Scheme.Spread;
import org.leitai.judging.domain.Scheme.Stage;
import org.leitai.judging.domain.Scheme.Value;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.yaml.RulebookReader;

/** Rulebooks as schemes. */
final class Schemes {
    private Schemes() {}

    /** The scheme of a rulebook that was accepted when its discipline was opened. */
    static Scheme read(String yaml) {
        return of(RulebookReader.read(yaml).orThrow());
    }

    /** Why a discipline cannot be judged by that rulebook. */
    static Optional<Refusal> problem(String yaml, String hash) {
        return switch (RulebookReader.read(yaml)) {
            case RulebookReader.Result.Failed failed ->
                Optional.of(Refusal.of(
                        "rulebook-invalid",
                        failed.problems().getFirst().path() + ": "
                                + failed.problems().getFirst().message().en()));
            case RulebookReader.Result.Read read ->
                read.rulebook().hash().equals(hash)
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                "rulebook-hash",
                                "the rulebook's hash is " + read.rulebook().hash() + ", not " + hash));
        };
    }

    static Scheme of(Rulebook rulebook) {
        return new Scheme(
                rulebook,
                rulebook.stages().stream().map(Schemes::stage).toList(),
                rulebook.divisions().stream()
                        .map(org.leitai.rulebook.Division::id)
                        .collect(Collectors.toSet()),
                kinship(rulebook));
    }

    private static Stage stage(org.leitai.rulebook.Stage stage) {
        Identity identity = switch (stage.identity()) {
            case OPEN -> Identity.OPEN;
            case NUMBER -> Identity.NUMBER;
            case SEALED -> Identity.SEALED;
        };
        return new Stage(
                stage.id(), identity, stage.forms().stream().map(Schemes::form).toList());
    }

    private static Form form(org.leitai.rulebook.Form form) {
        return new Form(
                form.id(),
                form.leaves().stream().map(Schemes::item).toList(),
                Role.ofCode(form.panel().role()),
                Set.copyOf(form.panel().seats()),
                atLeastOne(form.pieces()),
                atLeastOne(form.attempts()));
    }

    private static int atLeastOne(@Nullable Integer count) {
        return count == null ? 1 : Math.max(1, count);
    }

    private static Item item(Leaf leaf) {
        Aspect aspect = leaf.aspect();
        boolean required = !aspect.head().optional() && !(aspect instanceof Gate);
        return new Item(
                aspect.id(),
                required,
                aspect instanceof Judged,
                text -> check(aspect, text),
                spread(aspect, leaf.panel()));
    }

    private static Value check(Aspect aspect, String text) {
        return switch (aspect.parse(text)) {
            case Checked.Accepted accepted -> new Value.Good(accepted.value().print());
            case Checked.Refused refused ->
                new Value.Bad(new Refusal(
                        refused.code(),
                        refused.message().en(),
                        Map.of(
                                "aspect", aspect.id(),
                                "zh", refused.message().zh(),
                                "en", refused.message().en())));
        };
    }

    /** Only a rule that refuses keeps a sheet from being signed; where sums of sheets are compared, the scorer points it out. */
    private static @Nullable Spread spread(Aspect aspect, Panel panel) {
        Panel.Spread rule = panel.spread();
        if (rule == null || !rule.refuses() || !panel.perAspect()) {
            return null;
        }
        Ratio limit = rule.percent() ? rule.limit().times(aspect.head().max()) : rule.limit();
        return values -> tooWide(aspect, values, limit);
    }

    private static Optional<String> tooWide(Aspect aspect, Collection<String> values, Ratio limit) {
        List<Ratio> raw =
                values.stream().flatMap(value -> raw(aspect, value)).sorted().toList();
        if (raw.size() < 2) {
            return Optional.empty();
        }
        Ratio width = raw.getLast().minus(raw.getFirst());
        return width.compareTo(limit) > 0 ? Optional.of(Decimals.canonical(width.toDecimal())) : Optional.empty();
    }

    private static Stream<Ratio> raw(Aspect aspect, String text) {
        return switch (aspect.parse(text)) {
            case Checked.Refused refused -> Stream.empty();
            case Checked.Accepted accepted ->
                switch (accepted.value()) {
                    case MarkValue.Level level -> Stream.of(Ratio.of(level.level()));
                    case MarkValue.Amount number -> Stream.of(Ratio.of(number.value()));
                    default -> Stream.of(aspect.points(accepted.value()));
                };
        };
    }

    private static Kinship kinship(Rulebook rulebook) {
        var rules = rulebook.stages().stream()
                .flatMap(stage -> stage.forms().stream())
                .map(form -> form.panel().recuse())
                .collect(Collectors.toSet());
        if (rules.contains(Panel.Recuse.DELEGATION)) {
            return Kinship.DELEGATION;
        }
        return rules.contains(Panel.Recuse.UNIT) ? Kinship.UNIT : Kinship.NONE;
    }
}
