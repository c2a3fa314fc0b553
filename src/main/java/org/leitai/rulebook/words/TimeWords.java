package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.aspect.Timed.Scale;
import org.leitai.rulebook.exact.Ratio;

/** A time: its bounds in seconds, and what being over, early or short of them gives. */
record TimeWords(Phrases phrases) {
    List<String> of(Timed timed) {
        var parts = new ArrayList<String>();
        parts.add(phrases.say("aspect.time"));
        if (timed.least() instanceof Ratio least) {
            parts.add(phrases.say("time.least", least.toString()));
        }
        scale(parts, "time.short", timed.shortBy());
        if (timed.limit() instanceof Ratio limit) {
            parts.add(phrases.say("time.limit", limit.toString()));
        }
        scale(parts, "time.over", timed.over());
        scale(parts, "time.early", timed.early());
        if (timed.base().signum() != 0) {
            parts.add(phrases.say("time.base", timed.base().toString()));
        }
        if (timed.floor() instanceof Ratio floor) {
            parts.add(phrases.say("tally.floor", floor.toString()));
        }
        if (timed.range().step() instanceof Ratio step) {
            parts.add(phrases.say("range.step", step.toString()));
        }
        if (timed.range().decimals() instanceof Integer decimals) {
            parts.add(phrases.say("range.decimals", decimals));
        }
        return parts;
    }

    private void scale(List<String> parts, String key, Scale scale) {
        var says = new ArrayList<String>();
        scale.bands()
                .forEach(band -> says.add(
                        band.to() == null
                                ? phrases.say("time.band.rest", band.points().toString())
                                : phrases.say(
                                        "time.band",
                                        band.to().toString(),
                                        band.points().toString())));
        if (scale.every() instanceof Ratio every) {
            says.add(phrases.say("time.every", every.toString(), scale.points().toString()));
        }
        if (scale.cap() instanceof Ratio cap) {
            says.add(phrases.say("item.cap", cap.toString()));
        }
        if (!says.isEmpty()) {
            parts.add(phrases.say(key, phrases.join(says)));
        }
    }
}
