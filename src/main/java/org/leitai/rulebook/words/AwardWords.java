package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.Honour;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.ShareRounding;
import org.leitai.rulebook.Text;

/** What is given: awards of a field and honours beside them. */
record AwardWords(Phrases phrases, Rulebook rulebook) {
    String of(Award.Table table, boolean full) {
        String given = phrases.join(
                table.awards().stream().map(award -> award(award, full)).toList());
        var words = table.fewest() == null || table.fewest() == 0
                ? phrases.say("awards", given)
                : phrases.say("awards.fewest", given, table.fewest());
        return table.divisions().isEmpty()
                ? words
                : phrases.say(
                        "awards.divisions",
                        words,
                        phrases.join(table.divisions().stream().sorted().toList()));
    }

    private String award(Award award, boolean full) {
        return switch (award) {
            case Award.Places places -> phrases.say("award.places", phrases.of(places.title()), places.count());
            case Award.Share share ->
                phrases.say("award.share", phrases.of(share.title()), Phrases.percent(share.share()))
                        + brackets(share(share.round(), share.minimum(), full));
            case Award.Top top ->
                phrases.say("award.top", phrases.of(top.title()), Phrases.percent(top.share()))
                        + brackets(share(top.round(), 0, full));
            case Award.AtLeast line ->
                phrases.say(
                        full && line.of() == Award.Of.SCALED ? "award.at-least.scaled" : "award.at-least",
                        phrases.of(line.title()),
                        line.line().toString());
            case Award.Medals medals -> medals(medals, full);
        };
    }

    private String medals(Award.Medals medals, boolean full) {
        var colours = phrases.join(
                medals.medals().stream().map(medal -> phrases.of(medal.title())).toList());
        return full
                ? phrases.say(
                        "award.medals.window",
                        colours,
                        medals.window().toString(),
                        phrases.say("award.of." + Phrases.word(medals.of())))
                : phrases.say("award.medals", colours);
    }

    private String brackets(List<String> parts) {
        return parts.isEmpty() ? "" : phrases.say("in-brackets", phrases.join(parts));
    }

    /** How many a share of a field comes to. */
    List<String> share(ShareRounding rounding, int minimum, boolean full) {
        var parts = new ArrayList<String>();
        if (full) {
            parts.add(phrases.say("share." + Phrases.word(rounding)));
            if (minimum > 0) {
                parts.add(phrases.say("share.minimum", Integer.toString(minimum)));
            }
        }
        return parts;
    }

    String honour(Honour honour) {
        var parts = new ArrayList<String>();
        if (honour.from() != null && honour.to() != null) {
            parts.add(phrases.say(
                    "honour.ranks", honour.from().toString(), honour.to().toString()));
        }
        if (!honour.awards().isEmpty()) {
            var titles = AwardTitles.of(rulebook);
            parts.add(phrases.say(
                    "honour.awards",
                    phrases.join(honour.awards().stream()
                            .sorted()
                            .map(id -> phrases.of(titles.getOrDefault(id, Text.of(id))))
                            .toList())));
        }
        if (!honour.divisions().isEmpty()) {
            var head = new HeadWords(phrases);
            parts.add(phrases.say(
                    "honour.divisions",
                    phrases.join(honour.divisions().stream()
                            .sorted()
                            .map(id -> head.division(id, rulebook))
                            .toList())));
        }
        return phrases.of(honour.title()) + phrases.say("in-brackets", String.join(phrases.say("and.long"), parts));
    }
}
