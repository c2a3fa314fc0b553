package org.leitai.rulebook.words;

import java.util.ArrayList;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Banded;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.CountOf;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.exact.Ratio;

/** One aspect a line: how it is marked, what it is worth, and what its form does not say of it already. */
record AspectWords(Phrases phrases, Panel formPanel) {
    String of(Leaf leaf) {
        var aspect = leaf.aspect();
        var parts = new ArrayList<String>();
        parts.add(phrases.say("aspect." + aspect.kind(), detail(aspect)));
        if (aspect.counts() && aspect.head().max().signum() != 0) {
            parts.add(phrases.say("aspect.max", aspect.head().max().toString()));
        }
        if (aspect.head().round() != null) {
            parts.add(phrases.rounded(aspect.head().round()));
        }
        if (isOwn(leaf.panel()) && aspect.counts()) {
            parts.add(panel(leaf.panel()));
        }
        if (!leaf.steps().isEmpty()) {
            parts.add(new StepWords(phrases).of(leaf.steps()));
        }
        if (!leaf.weight().equals(Ratio.ONE)) {
            parts.add(phrases.say("aspect.weight", leaf.weight().toString()));
        }
        return phrases.say("aspect", phrases.of(aspect.title()), String.join(phrases.say("and.part"), parts));
    }

    /** The number or the words that only this kind has. */
    private Object detail(Aspect aspect) {
        return switch (aspect) {
            case CountOf count -> count.possible();
            case Choice choice ->
                phrases.join(choice.levels().stream()
                        .map(level -> phrases.of(level.title()))
                        .toList());
            case Measured measured -> measured.grades().size();
            case Banded banded -> banded.target().toString();
            case Judged judged -> judged.highest();
            case Tally tally -> tally.items().size();
            case Gate gate -> phrases.say("zeroes." + Phrases.word(gate.zeroes()));
            default -> "";
        };
    }

    private boolean isOwn(Panel panel) {
        return formPanel.perAspect() && !panel.equals(formPanel);
    }

    private String panel(Panel panel) {
        var parts = new ArrayList<String>();
        parts.add(phrases.say(
                "panel." + Phrases.way(panel),
                Integer.toString(panel.size()),
                Integer.toString(panel.dropHigh()),
                Integer.toString(panel.dropLow())));
        parts.addAll(new PanelWords(phrases).rules(panel));
        if (panel.round() != null) {
            parts.add(phrases.rounded(panel.round()));
        }
        return String.join(phrases.say("and.part"), parts);
    }
}
