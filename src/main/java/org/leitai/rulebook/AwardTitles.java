package org.leitai.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;

/** What awards are called. */
public final class AwardTitles {
    private AwardTitles() {}

    /** Titles by award id, in the order of the rulebook. */
    public static Map<String, Text> of(Rulebook rulebook) {
        var titles = new LinkedHashMap<String, Text>();
        for (var table : rulebook.awards()) {
            for (var award : table.awards()) {
                switch (award) {
                    case Award.Places places -> titles.put(places.id(), places.title());
                    case Award.Share share -> titles.put(share.id(), share.title());
                    case Award.Top top -> titles.put(top.id(), top.title());
                    case Award.AtLeast line -> titles.put(line.id(), line.title());
                    case Award.Medals medals -> medals.medals().forEach(medal -> titles.put(medal.id(), medal.title()));
                }
            }
        }
        return titles;
    }
}
