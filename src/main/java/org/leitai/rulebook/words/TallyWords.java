package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.aspect.TallyItem;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Sequence;

/** Deductions and running points, item by item. */
record TallyWords(Phrases phrases) {
    /** What is taken as many occurrences as it likes, and not worth a word. */
    private static final Ratio ANY_COUNT = Ratio.of(100_000);

    List<String> of(Tally tally) {
        var items = IntStream.range(0, tally.items().size())
                .mapToObj(i -> item(tally.items().get(i), unit(tally, i)))
                .toList();
        var parts = new ArrayList<String>();
        parts.add(phrases.say(
                "aspect." + tally.kind(), tally.base().toString(), String.join(phrases.say("and.long"), items)));
        if (tally.floor() instanceof Ratio floor) {
            parts.add(phrases.say("tally.floor", floor.toString()));
        }
        if (tally.ceiling() instanceof Ratio ceiling) {
            parts.add(phrases.say("tally.ceiling", ceiling.toString()));
        }
        return parts;
    }

    private static String unit(Tally tally, int nth) {
        var source = tally.head().source();
        return source.get("items") instanceof Sequence list && list.items().get(nth) instanceof Mapping item
                ? KindWords.unit(item)
                : "";
    }

    private String item(TallyItem item, String unit) {
        var parts = new ArrayList<String>();
        var each = item.each().toString();
        if (item.direct()) {
            parts.add(phrases.say(
                    "item.direct",
                    String.valueOf(item.amounts().min()),
                    String.valueOf(item.amounts().max())));
        } else if (item.per() instanceof Ratio per) {
            parts.add(phrases.say("item.per", each, per + unit));
        } else if (item.each().signum() != 0) {
            parts.add(phrases.say("item.each", each));
        }
        if (item.cap() instanceof Ratio cap) {
            parts.add(phrases.say("item.cap", cap.toString()));
        }
        if (!item.direct() && item.amounts().max() instanceof Ratio most && !most.equals(ANY_COUNT)) {
            parts.add(phrases.say("item.most", most + unit));
        }
        if (item.forfeit()) {
            parts.add(phrases.say("item.forfeit"));
        }
        if (item.forfeitOver() instanceof Ratio over) {
            parts.add(phrases.say("item.forfeit-over", over + unit));
        }
        return phrases.say("item", phrases.of(item.title()), phrases.join(parts));
    }
}
