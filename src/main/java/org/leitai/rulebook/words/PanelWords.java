package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Panel.Missing;
import org.leitai.rulebook.Panel.Recuse;

/** What holds in a panel beside how its marks become one: missing marks, the chief's correction, who stands aside. */
record PanelWords(Phrases phrases) {
    /** What holds on a sheet: also whether its seats are combined as a whole, and the rounding of what comes of it. */
    List<String> ofSheet(Panel panel) {
        var parts = new ArrayList<String>();
        if (panel.size() > 1) {
            parts.add(phrases.say(panel.perAspect() ? "per.aspect" : "per.sheet"));
        }
        parts.addAll(rules(panel));
        if (panel.round() != null) {
            parts.add(phrases.rounded(panel.round()));
        }
        return parts;
    }

    List<String> rules(Panel panel) {
        var parts = new ArrayList<String>();
        var dropped = panel.dropHigh() + panel.dropLow();
        var needsAll = panel.missing() == Missing.REFUSE && panel.least() == panel.size();
        if (panel.size() > 1) {
            if (panel.missing() != Missing.REFUSE) {
                var before = panel.missing() == Missing.REMOVE && dropped > 0 ? "-first" : "";
                parts.add(phrases.say("missing." + Phrases.word(panel.missing()) + before));
            } else if (needsAll) {
                parts.add(phrases.say("missing.refuse"));
            }
        }
        if (panel.least() > 1 && !needsAll && (panel.missing() != Missing.ZERO || panel.least() > dropped + 1)) {
            parts.add(phrases.say("min-marks", Integer.toString(panel.least())));
        }
        var adjust = panel.adjust();
        if (adjust != null) {
            parts.add(
                    adjust.least().signum() == 0
                            ? phrases.say("adjust", adjust.most().toString())
                            : phrases.say(
                                    "adjust.from",
                                    adjust.least().toString(),
                                    adjust.most().toString()));
        }
        if (panel.spread() instanceof Panel.Spread spread) {
            parts.add(phrases.say(
                    spread.refuses() ? "spread.refuses" : "spread.points",
                    spread.percent()
                            ? Phrases.percent(spread.limit()) + "%"
                            : spread.limit().toString()));
        }
        if (panel.recuse() != Recuse.NONE) {
            parts.add(phrases.say("recuse." + Phrases.word(panel.recuse())));
        }
        if (!panel.role().equals("judge")) {
            parts.add(phrases.say("role", panel.role()));
        }
        var isNumbered = IntStream.range(0, panel.size())
                .allMatch(i -> panel.seats().get(i).equals(Integer.toString(i + 1)));
        if (!isNumbered) {
            parts.add(phrases.say("seats", phrases.join(panel.seats())));
        }
        return parts;
    }
}
