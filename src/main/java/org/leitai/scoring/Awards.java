package org.leitai.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;

/** Gives awards in the order of the rules; an entry keeps the first it gets. */
final class Awards {
    private final List<Ranked> ranked;
    private final int field;
    private final Map<String, String> given = new HashMap<>();
    private int places;

    private Awards(List<Ranked> ranked) {
        this.ranked = ranked;
        this.field = ranked.size();
    }

    /** Award id by entry id for one division. */
    static Map<String, String> give(Rulebook rulebook, List<Ranked> table, Map<String, Optional<String>> overrides) {
        var ranked = table.stream().filter(entry -> entry.rank() != null).toList();
        var awards = new Awards(ranked);
        if (ranked.size() >= rulebook.ranking().fewest()) {
            rules(rulebook, ranked.size()).forEach(awards::apply);
        }
        overrides.forEach((entry, award) -> {
            awards.given.remove(entry);
            award.ifPresent(id -> awards.given.put(entry, id));
        });
        return awards.given;
    }

    /** The table for the largest size that the field reaches. */
    private static List<Award> rules(Rulebook rulebook, int field) {
        Award.Table chosen = null;
        for (var table : rulebook.awards()) {
            if (size(table) <= field && (chosen == null || size(table) > size(chosen))) {
                chosen = table;
            }
        }
        return chosen == null ? List.of() : chosen.awards();
    }

    private static int size(Award.Table table) {
        return table.fewest() == null ? 0 : table.fewest();
    }

    private void apply(Award award) {
        switch (award) {
            case Award.Places rule -> nextPlaces(rule.id(), rule.count());
            case Award.Share rule ->
                nextPlaces(rule.id(), Math.max(rule.minimum(), rule.round().places(rule.share(), field)));
            case Award.Top rule -> {
                var limit = rule.round().places(rule.share(), field);
                ranked.stream().filter(entry -> rank(entry) <= limit).forEach(entry -> give(rule.id(), entry));
            }
            case Award.AtLeast rule ->
                ranked.stream()
                        .filter(entry -> number(rule.of(), entry)
                                .map(n -> n.compareTo(rule.line()) >= 0)
                                .orElse(false))
                        .forEach(entry -> give(rule.id(), entry));
            case Award.Medals rule -> medals(rule);
        }
    }

    private void nextPlaces(String id, int count) {
        places += count;
        ranked.stream().filter(entry -> rank(entry) <= places).forEach(entry -> give(id, entry));
    }

    private void give(String id, Ranked entry) {
        given.putIfAbsent(entry.id(), id);
    }

    private static int rank(Ranked entry) {
        return entry.rank() == null ? Integer.MAX_VALUE : entry.rank();
    }

    private static Optional<Ratio> number(Award.Of of, Ranked entry) {
        return Optional.ofNullable(of == Award.Of.SCALED && entry.scaled() != null ? entry.scaled() : entry.total());
    }

    /**
     * Gold is everyone within the window of the best. One gold: silver within the window of the next score; one silver:
     * bronze likewise. Two golds: no silver, bronze likewise. Otherwise bronze only within the window of the last gold or
     * silver. Windows are anchored on the best of their group, never chained.
     */
    private void medals(Award.Medals rule) {
        var scores = new ArrayList<Scored>();
        ranked.forEach(entry -> number(rule.of(), entry).ifPresent(score -> scores.add(new Scored(entry, score))));
        scores.sort((a, b) -> b.score().compareTo(a.score()));
        var golds = window(scores, 0, rule.window());
        award(rule, 0, scores.subList(0, golds));
        if (golds == 1) {
            var silvers = window(scores, golds, rule.window());
            award(rule, 1, scores.subList(golds, golds + silvers));
            var at = golds + silvers;
            award(
                    rule,
                    2,
                    scores.subList(
                            at,
                            at + (silvers == 1 ? window(scores, at, rule.window()) : tail(scores, at, rule.window()))));
        } else {
            award(
                    rule,
                    2,
                    scores.subList(
                            golds,
                            golds
                                    + (golds == 2
                                            ? window(scores, golds, rule.window())
                                            : tail(scores, golds, rule.window()))));
        }
    }

    private record Scored(Ranked entry, Ratio score) {}

    private void award(Award.Medals rule, int colour, List<Scored> entries) {
        entries.forEach(scored -> give(rule.medals().get(colour).id(), scored.entry()));
    }

    /** How many from {@code from} on lie within the window of the one at {@code from}. */
    private static int window(List<Scored> scores, int from, Ratio window) {
        return from >= scores.size() ? 0 : within(scores, from, scores.get(from).score(), window);
    }

    /** How many from {@code from} on lie within the window of the last one before. */
    private static int tail(List<Scored> scores, int from, Ratio window) {
        return from == 0 || from >= scores.size()
                ? 0
                : within(scores, from, scores.get(from - 1).score(), window);
    }

    private static int within(List<Scored> scores, int from, Ratio anchor, Ratio window) {
        var count = 0;
        while (from + count < scores.size()
                && anchor.minus(scores.get(from + count).score()).compareTo(window) <= 0) {
            count++;
        }
        return count;
    }
}
