package org.leitai.rulebook.words;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Allocation;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;

/** A rulebook explained in sentences, for people who do not read YAML. What is marked stands here, who is ahead in {@link RankingWords}. */
public final class RulebookWords {
    private final Phrases phrases;
    private final boolean full;
    private final List<String> lines = new ArrayList<>();

    private RulebookWords(Language language, boolean full) {
        this.phrases = Phrases.of(language);
        this.full = full;
    }

    /** A sentence a line: stages, sheets, ranking, awards. */
    public static String brief(Rulebook rulebook, Language language) {
        return new RulebookWords(language, false).all(rulebook);
    }

    /** The same with every aspect and every step. */
    public static String full(Rulebook rulebook, Language language) {
        return new RulebookWords(language, true).all(rulebook);
    }

    private String all(Rulebook rulebook) {
        lines.add(phrases.say("title", phrases.of(rulebook.title()), rulebook.version()));
        if (full) {
            lines.addAll(new HeadWords(phrases).of(rulebook));
        }
        lines.add(phrases.say("publicity." + Phrases.word(rulebook.publicity())));
        if (!rulebook.divisions().isEmpty()) {
            List<String> titles = rulebook.divisions().stream()
                    .map(division -> phrases.of(division.title()))
                    .toList();
            lines.add(phrases.say("divisions", titles.size(), phrases.join(titles)));
        }
        boolean shares = rulebook.stages().size() > 1 && sum(rulebook).equals(Ratio.ONE);
        rulebook.stages().forEach(stage -> stage(rulebook, stage, shares));
        allocation(rulebook);
        lines.add(decimals(rulebook));
        fold(phrases.say("total"), rulebook.total().fold());
        steps(phrases.say("total"), rulebook.total().unrounded());
        standardise("standardise.total", rulebook.standardise());
        lines.addAll(new RankingWords(phrases, rulebook, full).lines());
        return String.join("\n", lines);
    }

    /** The mode is worth a word only where it is not the usual one. */
    private String decimals(Rulebook rulebook) {
        var rounding = rulebook.total().rounding();
        if (rounding.isEmpty()) {
            return phrases.say("decimals.none");
        }
        return full && rounding.get().mode() != RoundingMode.HALF_UP
                ? phrases.say("decimals.mode", phrases.rounded(rounding.get()))
                : phrases.say("decimals", rulebook.decimals());
    }

    private static Ratio sum(Rulebook rulebook) {
        return rulebook.stages().stream().map(stage -> stage.tree().weight()).reduce(Ratio.ZERO, Ratio::plus);
    }

    private void stage(Rulebook rulebook, Stage stage, boolean shares) {
        Ratio weight = stage.tree().weight();
        String counts = shares ? phrases.say("share", Phrases.percent(weight)) : times(weight);
        lines.add(phrases.say(
                "stage." + Phrases.word(stage.identity()),
                phrases.of(stage.title()),
                stage.forms().size(),
                counts));
        if (full) {
            lines.addAll(new HeadWords(phrases).of(stage, rulebook));
        }
        branch(stage.tree());
        standardise("standardise.stage", stage.standardise());
        stage.forms().forEach(form -> form(form, weight(stage.tree(), form.id()).orElse(Ratio.ONE)));
        days(stage);
    }

    /** Which sheets are marked on which day. */
    private void days(Stage stage) {
        var days = new TreeMap<Integer, List<String>>();
        for (var form : stage.forms()) {
            if (form.day() != null) {
                days.computeIfAbsent(form.day(), _ -> new ArrayList<>()).add(phrases.of(form.title()));
            }
        }
        days.forEach((day, sheets) -> lines.add(phrases.say("day", day, phrases.join(sheets))));
    }

    /** The table of the standard's sections by criteria. */
    private void allocation(Rulebook rulebook) {
        var allocation = Allocation.of(rulebook);
        if (!full || allocation.lines().isEmpty()) {
            return;
        }
        lines.add(phrases.say("allocation"));
        for (var line : allocation.lines()) {
            var parts = new ArrayList<String>();
            for (var i = 0; i < line.marks().size(); i++) {
                if (line.marks().get(i).signum() != 0) {
                    parts.add(phrases.of(allocation.criteria().get(i)) + " "
                            + line.marks().get(i));
                }
            }
            var section = line.section();
            lines.add(phrases.say(
                    "allocation.section",
                    section.id(),
                    phrases.of(section.title()),
                    section.weight().toString(),
                    line.allotted().toString(),
                    parts.isEmpty() ? "–" : String.join(" + ", parts)));
        }
        lines.add(phrases.say("allocation.difference", allocation.difference().toString()));
    }

    /** Pieces, attempts and steps of a stage and of every criterion and form below it. */
    private void branch(Node.Branch branch) {
        if (!full) {
            return;
        }
        var title = phrases.of(branch.title());
        fold(title, branch.fold());
        if (branch.level() == Node.Level.CRITERION && !branch.weight().equals(Ratio.ONE)) {
            lines.add(phrases.say("weight", title, branch.weight().toString()));
        }
        repeat("pieces", title, branch.pieces());
        repeat("attempts", title, branch.attempts());
        steps(title, branch.steps());
        branch.children().forEach(child -> {
            if (child instanceof Node.Branch below) {
                branch(below);
            }
        });
    }

    private void fold(String title, Node.Fold fold) {
        if (full && fold.way() != Node.Fold.Way.SUM) {
            lines.add(phrases.say("fold." + Phrases.word(fold.way()), title, fold.best()));
        }
    }

    private void repeat(String what, String title, @Nullable Repeat repeat) {
        if (repeat != null) {
            var count = repeat.count() == null ? phrases.say("several") : phrases.say("counted", repeat.count());
            var best = repeat.best() == null ? "" : phrases.say("best", repeat.best());
            lines.add(phrases.say(what, title, count, best, phrases.say("take." + Phrases.word(repeat.take()))));
        }
    }

    private void steps(String title, List<Step> steps) {
        if (full && !steps.isEmpty()) {
            lines.add(phrases.say("steps", title, new StepWords(phrases).of(steps)));
        }
    }

    private void standardise(String key, @Nullable Standardise rule) {
        if (rule != null) {
            var way = phrases.say(
                    "standardise." + Phrases.word(rule.method()), rule.factor().toString());
            lines.add(phrases.say(key, rule.centre().toString(), rule.spread().toString(), way));
            if (full) {
                lines.add(new HeadWords(phrases).of(rule));
            }
        }
    }

    private String times(Ratio weight) {
        return weight.equals(Ratio.ONE) ? "" : phrases.say("times", weight.toString());
    }

    /** With what the branch of that form counts. */
    private static Optional<Ratio> weight(Node node, String form) {
        return switch (node) {
            case Node.Leaf ignored -> Optional.empty();
            case Node.Branch branch ->
                branch.level() == Node.Level.FORM && branch.id().equals(form)
                        ? Optional.of(factor(branch))
                        : branch.children().stream()
                                .flatMap(child -> weight(child, form).stream())
                                .findFirst();
        };
    }

    private static Ratio factor(Node.Branch branch) {
        Ratio factor = branch.weight();
        for (Step step : branch.steps()) {
            if (step instanceof Step.Times(Step.Operand.Fixed(Ratio by))) {
                factor = factor.times(by);
            }
        }
        return factor;
    }

    private void form(Form form, Ratio weight) {
        Panel panel = form.panel();
        lines.add(phrases.say(
                "form." + Phrases.way(panel),
                phrases.of(form.title()),
                form.aspects().size(),
                panel.size(),
                panel.dropHigh(),
                panel.dropLow(),
                points(form),
                times(weight)));
        if (full) {
            var aspects = new AspectWords(phrases, panel);
            form.leaves().forEach(leaf -> lines.add(aspects.of(leaf)));
        }
        panel(panel);
        List<String> gates = gates(form).toList();
        if (!gates.isEmpty()) {
            lines.add(phrases.say("gates", String.join(phrases.say("and.long"), gates)));
        }
    }

    private void panel(Panel panel) {
        var rules = new PanelWords(phrases).ofSheet(panel);
        if (full && !rules.isEmpty()) {
            lines.add(phrases.say("panel", String.join(phrases.say("and.long"), rules)));
        }
    }

    private String points(Form form) {
        Ratio points = form.aspects().stream()
                .filter(aspect -> aspect.counts() && !aspect.head().outside())
                .map(aspect -> aspect.head().max())
                .reduce(Ratio.ZERO, Ratio::plus);
        return points.signum() == 0 ? "" : phrases.say("points", points.toString());
    }

    private Stream<String> gates(Form form) {
        return form.aspects().stream()
                .filter(Gate.class::isInstance)
                .map(gate -> phrases.of(gate.head().title()));
    }
}
