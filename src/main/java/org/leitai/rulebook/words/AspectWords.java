package org.leitai.rulebook.words;

import java.util.ArrayList;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;

/** One aspect a line: how it is marked, what it is worth, and what its form does not say of it already. */
record AspectWords(Phrases phrases, Panel formPanel) {
    String of(Leaf leaf) {
        var aspect = leaf.aspect();
        var parts = new ArrayList<String>();
        parts.addAll(new KindWords(phrases).of(aspect));
        if (aspect.counts() && aspect.head().max().signum() != 0) {
            parts.add(phrases.say("aspect.max", aspect.head().max().toString()));
        }
        if (aspect.head().round() != null) {
            parts.add(phrases.rounded(aspect.head().round()));
        }
        if (isOwn(leaf.panel())) {
            parts.add(panel(leaf.panel()));
        }
        if (!leaf.steps().isEmpty()) {
            parts.add(new StepWords(phrases).of(leaf.steps()));
        }
        if (!leaf.weight().equals(Ratio.ONE)) {
            parts.add(phrases.say("aspect.weight", leaf.weight().toString()));
        }
        var head = aspect.head();
        if (head.outside()) {
            parts.add(phrases.say("aspect.outside"));
        }
        if (head.optional() && !(aspect instanceof Gate)) {
            parts.add(phrases.say("aspect.optional"));
        } else if (!head.optional() && aspect instanceof Gate) {
            parts.add(phrases.say("aspect.needed"));
        }
        if (head.section() != null) {
            parts.add(phrases.say("aspect.section", head.section()));
        }
        return phrases.say("aspect", phrases.of(aspect.title()), String.join(phrases.say("and.part"), parts));
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
