package org.leitai.rulebook.words;

import java.util.ArrayList;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.GroupTable.Measure;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;

/** A table over teams, units or delegations: what it adds up, of whom, and what ranks. */
record TableWords(Phrases phrases, Rulebook rulebook) {
    String of(GroupTable table) {
        var parts = new ArrayList<String>();
        var titles = AwardTitles.of(rulebook);
        parts.add(phrases.say(
                "table.columns",
                phrases.join(table.order().stream()
                        .map(key -> column(key, titles.getOrDefault(key.ref(), Text.of(key.ref()))))
                        .toList())));
        if (!table.points().isEmpty()) {
            parts.add(phrases.say(
                    "table.points",
                    phrases.join(table.points().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .map(entry -> phrases.of(titles.getOrDefault(entry.getKey(), Text.of(entry.getKey()))) + " "
                                    + entry.getValue())
                            .toList())));
        }
        if (table.bestPerDivision() != null) {
            parts.add(phrases.say(
                    "table.best-per-division", table.bestPerDivision().toString()));
        }
        if (table.best() != null) {
            parts.add(phrases.say("table.best", table.best().toString()));
        }
        if (table.fewest() > 0) {
            parts.add(phrases.say("table.fewest", Integer.toString(table.fewest())));
        }
        if (!table.exclude().isEmpty()) {
            var head = new HeadWords(phrases);
            parts.add(phrases.say(
                    "table.exclude",
                    phrases.join(table.exclude().stream()
                            .sorted()
                            .map(id -> head.division(id, rulebook))
                            .toList())));
        }
        return phrases.say(
                "table",
                phrases.of(table.title()),
                phrases.say("table.by." + Phrases.word(table.by())),
                String.join(phrases.say("and.long"), parts));
    }

    private String column(GroupTable.Key key, Text award) {
        var ref = key.measure() == Measure.AWARD ? phrases.of(award) : key.ref();
        var words = new ArrayList<String>();
        if (key.ascending()) {
            words.add(phrases.say("table.less"));
        }
        if (!key.ranks()) {
            words.add(phrases.say("table.shown"));
        }
        if (key.round() != null) {
            words.add(phrases.rounded(key.round()));
        }
        return phrases.say("measure." + Phrases.word(key.measure()), ref)
                + (words.isEmpty() ? "" : phrases.say("in-brackets", phrases.join(words)));
    }
}
