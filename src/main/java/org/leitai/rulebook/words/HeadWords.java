package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Scalar;

/** What stands at the head of a rulebook, of a stage and of a standardised score. */
record HeadWords(Phrases phrases) {
    List<String> of(Rulebook rulebook) {
        var lines = new ArrayList<String>();
        var kind = rulebook.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        lines.add(
                rulebook.labels().equals(kind)
                        ? phrases.say("kind." + kind)
                        : phrases.say("kind.labels", phrases.say("kind." + kind), rulebook.labels()));
        for (var text : List.of("source", "note")) {
            if (rulebook.source() instanceof Mapping all
                    && all.get(text) instanceof Scalar scalar
                    && !scalar.isNull()) {
                lines.add(phrases.say(text, scalar.text()));
            }
        }
        return lines;
    }

    List<String> of(Stage stage, Rulebook rulebook) {
        var lines = new ArrayList<String>();
        if (!stage.divisions().isEmpty()) {
            var titles = stage.divisions().stream()
                    .sorted()
                    .map(id -> division(id, rulebook))
                    .toList();
            lines.add(phrases.say("stage.divisions", phrases.join(titles)));
        }
        if (stage.of() == Stage.Of.TEAM) {
            lines.add(phrases.say("stage.team"));
        }
        return lines;
    }

    String division(String id, Rulebook rulebook) {
        return rulebook.divisions().stream()
                .filter(division -> division.id().equals(id))
                .map(division -> phrases.of(division.title()))
                .findFirst()
                .orElse(id);
    }

    String of(Standardise rule) {
        var parts = new ArrayList<String>();
        parts.add(phrases.say("within." + Phrases.word(rule.within())));
        parts.add(phrases.say("no-width", rule.noWidth().toString()));
        if (rule.least() instanceof Ratio least) {
            parts.add(phrases.say("step.at-least", least.toString()));
        }
        if (rule.most() instanceof Ratio most) {
            parts.add(phrases.say("step.at-most", most.toString()));
        }
        if (rule.round() != null) {
            parts.add(phrases.rounded(rule.round()));
        }
        return phrases.say("standardise.more", String.join(phrases.say("and.part"), parts));
    }
}
