package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;

/**
 * The award rules of one division as lines over ranks and numbers, in the order of the rules: an entry gets the first award
 * whose line it reaches, whatever becomes of the others.
 */
final class Awards {
    private record Line(String award, Predicate<Ranked> reached) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Optional<String>> overrides;
    private final Function<Award.Of, List<Ratio>> scores;
    private final int field;
    private int places;

    /**
     * Lines for a field.
     *
     * @param field how many entries are ranked
     * @param scores what ranked entries have, best score first; asked for by medal windows alone
     * @param overrides awards decided against the rule, by entry id
     */
    Awards(
            Rulebook rulebook,
            String division,
            int field,
            Function<Award.Of, List<Ratio>> scores,
            Map<String, Optional<String>> overrides) {
        this.field = field;
        this.scores = scores;
        this.overrides = overrides;
        if (field >= rulebook.ranking().fewest()) {
            Award.Table.of(rulebook.awards(), division, field).forEach(this::add);
        }
    }

    /** The scores of a whole table. */
    static Function<Award.Of, List<Ratio>> scoresOf(List<Ranked> table) {
        return of -> table.stream()
                .filter(entry -> entry.rank() != null)
                .flatMap(entry -> number(of, entry).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The award of an entry, or null. */
    @Nullable String of(Ranked entry) {
        var decided = overrides.get(entry.id());
        if (decided != null) {
            return decided.orElse(null);
        }
        if (entry.rank() == null) {
            return null;
        }
        for (var line : lines) {
            if (line.reached().test(entry)) {
                return line.award();
            }
        }
        return null;
    }

    private void add(Award award) {
        switch (award) {
            case Award.Places rule -> nextPlaces(rule.id(), rule.count());
            case Award.Share rule ->
                nextPlaces(rule.id(), Math.max(rule.minimum(), rule.round().places(rule.share(), field)));
            case Award.Top rule -> upTo(rule.id(), rule.round().places(rule.share(), field));
            case Award.AtLeast rule -> from(rule.id(), rule.of(), rule.line());
            case Award.Medals rule -> medals(rule);
        }
    }

    private void nextPlaces(String award, int count) {
        places += count;
        upTo(award, places);
    }

    private void upTo(String award, int place) {
        lines.add(new Line(award, entry -> entry.rank() != null && entry.rank() <= place));
    }

    private void from(String award, Award.Of of, Ratio line) {
        lines.add(new Line(
                award,
                entry -> number(of, entry)
                        .map(number -> number.compareTo(line) >= 0)
                        .orElse(false)));
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
        var best = scores.apply(rule.of());
        var golds = window(best, 0, rule.window());
        medal(rule, 0, best, 0, golds);
        var silvers = golds == 1 ? window(best, golds, rule.window()) : 0;
        medal(rule, 1, best, golds, silvers);
        var at = golds + silvers;
        var isWindow = golds == 1 ? silvers == 1 : golds == 2;
        medal(rule, 2, best, at, isWindow ? window(best, at, rule.window()) : tail(best, at, rule.window()));
    }

    private void medal(Award.Medals rule, int colour, List<Ratio> best, int from, int count) {
        if (count > 0) {
            from(rule.medals().get(colour).id(), rule.of(), best.get(from + count - 1));
        }
    }

    /** How many from {@code from} on lie within the window of the one at {@code from}. */
    private static int window(List<Ratio> scores, int from, Ratio window) {
        return from >= scores.size() ? 0 : within(scores, from, scores.get(from), window);
    }

    /** How many from {@code from} on lie within the window of the last one before. */
    private static int tail(List<Ratio> scores, int from, Ratio window) {
        return from == 0 || from >= scores.size() ? 0 : within(scores, from, scores.get(from - 1), window);
    }

    private static int within(List<Ratio> scores, int from, Ratio anchor, Ratio window) {
        var count = 0;
        while (from + count < scores.size()
                && anchor.minus(scores.get(from + count)).compareTo(window) <= 0) {
            count++;
        }
        return count;
    }
}
