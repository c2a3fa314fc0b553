package org.leitai.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;

/** A rulebook explained in sentences, for people who do not read YAML. What is marked stands here, who is ahead in {@link RankingWords}. */
final class RulebookWords {
    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();

    private RulebookWords(Phrases phrases) {
        this.phrases = phrases;
    }

    static Doc doc(Text text) {
        return Doc.obj().put("zh", text.zh()).put("en", text.en()).build();
    }

    /** The explanation in both languages, a sentence a line. */
    static Doc of(Rulebook rulebook) {
        return doc(Text.of(new RulebookWords(Phrases.ZH).all(rulebook), new RulebookWords(Phrases.EN).all(rulebook)));
    }

    private String all(Rulebook rulebook) {
        lines.add(phrases.say("title", phrases.of(rulebook.title()), rulebook.version()));
        lines.add(phrases.say("publicity." + Phrases.word(rulebook.publicity())));
        if (!rulebook.divisions().isEmpty()) {
            List<String> titles = rulebook.divisions().stream()
                    .map(division -> phrases.of(division.title()))
                    .toList();
            lines.add(phrases.say("divisions", titles.size(), phrases.join(titles)));
        }
        boolean shares = rulebook.stages().size() > 1 && sum(rulebook).equals(Ratio.ONE);
        rulebook.stages().forEach(stage -> stage(stage, shares));
        lines.add(phrases.say("decimals", rulebook.decimals()));
        lines.addAll(new RankingWords(phrases, rulebook).lines());
        return String.join("\n", lines);
    }

    private static Ratio sum(Rulebook rulebook) {
        return rulebook.stages().stream().map(stage -> stage.tree().weight()).reduce(Ratio.ZERO, Ratio::plus);
    }

    private void stage(Stage stage, boolean shares) {
        Ratio weight = stage.tree().weight();
        String counts = shares ? phrases.say("share", Phrases.percent(weight)) : times(weight);
        lines.add(phrases.say(
                "stage." + Phrases.word(stage.identity()),
                phrases.of(stage.title()),
                stage.forms().size(),
                counts));
        stage.forms().forEach(form -> form(form, weight(stage.tree(), form.id()).orElse(Ratio.ONE)));
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
                "form." + way(panel),
                phrases.of(form.title()),
                form.aspects().size(),
                panel.size(),
                panel.dropHigh(),
                panel.dropLow(),
                points(form),
                times(weight)));
        List<String> gates = gates(form).toList();
        if (!gates.isEmpty()) {
            lines.add(phrases.say("gates", String.join(phrases.say("and.long"), gates)));
        }
        Panel.Spread spread = panel.spread();
        if (spread != null) {
            String limit = spread.percent()
                    ? Phrases.percent(spread.limit()) + "%"
                    : spread.limit().toString();
            lines.add(phrases.say("spread", limit, phrases.say(spread.refuses() ? "spread.refuses" : "spread.points")));
        }
    }

    private static String way(Panel panel) {
        return switch (panel.combine()) {
            case AGREED -> panel.size() == 1 ? "one" : "agreed";
            case MEAN -> panel.dropHigh() + panel.dropLow() == 0 ? "plain-mean" : "mean";
            case MEDIAN -> "median";
            case SUM -> "sum";
        };
    }

    private String points(Form form) {
        Ratio points =
                form.aspects().stream().map(aspect -> aspect.head().max()).reduce(Ratio.ZERO, Ratio::plus);
        return points.signum() == 0 ? "" : phrases.say("points", points.toString());
    }

    private Stream<String> gates(Form form) {
        return form.aspects().stream()
                .filter(Gate.class::isInstance)
                .map(gate -> phrases.of(gate.head().title()));
    }
}
