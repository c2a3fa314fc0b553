package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.sheet.Slot;

/** What is called certain about a cut stays so, and comes true. */
class CutLinesTest {
    private static final List<String> DELEGATIONS = List.of("任城区", "兖州区", "曲阜市");
    private static final int ENTRIES = 8;

    private static final List<String> SMALL_CUTS = List.of(
            "best: 2",
            "best: 2, ties: shrink",
            "best: 1, per-delegation: 1",
            "best: 2, per-delegation: 1",
            "best: 3, per-delegation: 2",
            "best: 3, per-delegation: 2, ties: shrink",
            "best: 2, per-delegation: 1, ties: shrink",
            "share: 40%, per-delegation: 1",
            "best: 3, per-delegation: 2, at-least: 2");

    private static Rulebook rule(String direction) {
        return RulebookReader.read("""
                rulebook: lines
                ranking: {order: %s, ties: [s/q]}
                stages:
                  - {id: s, aspects: [{id: p, max: 6}, {id: q, max: 4}]}
                cuts:
                  - {id: best, best: 3}
                  - {id: whole, best: 3, ties: shrink}
                  - {id: half, share: 50%%, rounding: floor}
                  - {id: enough, best: 4, at-least: 5}
                  - {id: quota, best: 3, per-delegation: 1}
                  - {id: everything, share: 60%%, ties: shrink, per-delegation: 2, at-least: 3}
                """.formatted(direction)).orThrow();
    }

    @Property(tries = 300)
    void who_is_safe_or_out_stays_so_and_the_cut_says_the_same(@ForAll long seed) {
        var random = new Random(seed);
        var scorer = field(rule(random.nextBoolean() ? "descending" : "ascending"));
        var marks = new ArrayList<ScoringEvent.MarkSet>();
        for (var entry = 0; entry < ENTRIES; entry++) {
            marks.add(mark(entry, "p", random.nextInt(7)));
            marks.add(mark(entry, "q", random.nextInt(5)));
        }
        Collections.shuffle(marks, random);

        for (var cut : scorer.rulebook().cuts()) {
            var live = scorer.fork();
            var before = live.cutLines(cut.id(), "");
            for (var mark : marks) {
                live.apply(mark);
                var after = live.cutLines(cut.id(), "");
                before.forEach((entry, line) -> {
                    if (line != Line.OPEN) {
                        assertThat(after.get(entry)).as(cut.id() + " " + entry).isEqualTo(line);
                    }
                });
                before = after;
            }
            assertThat(safe(before)).isEqualTo(Set.copyOf(live.cut(cut.id(), "").through()));
            assertThat(before).doesNotContainValue(Line.OPEN);
        }
    }

    @Test
    void who_cannot_be_caught_is_safe_and_who_cannot_catch_up_is_out() {
        var scorer = field(rule("descending"));
        for (var entry = 0; entry < ENTRIES; entry++) {
            scorer.apply(mark(entry, "p", entry < 2 ? 6 : entry == 2 ? 3 : 0));
        }
        for (var entry = 0; entry < 3; entry++) {
            scorer.apply(mark(entry, "q", 4));
        }

        var lines = scorer.cutLines("best", "");

        assertThat(lines)
                .containsEntry("0", Line.SAFE)
                .containsEntry("2", Line.SAFE)
                .containsEntry("7", Line.OUT);
        scorer.apply(mark(7, "p", 5));
        assertThat(scorer.cutLines("best", "")).containsEntry("2", Line.OPEN).containsEntry("7", Line.OPEN);
        assertThat(scorer.cutLines("enough", "")).containsEntry("3", Line.OUT);
        // the best of each delegation can no longer be caught by others of it
        assertThat(safe(scorer.cutLines("quota", ""))).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(scorer.cutLines("quota", "")).doesNotContainValue(Line.OPEN);
    }

    private static Rulebook quota(String cut) {
        return RulebookReader.read("""
                rulebook: lines
                stages: [{id: s, aspects: [{id: p, max: 6}, {id: q, max: 4}]}]
                cuts: [{id: c, %s}]
                """.formatted(cut)).orThrow();
    }

    /** Where everybody stands, in order, as S, - or O; entries as {@code id@delegation p q}, {@code ?} for no mark yet. */
    private static String lines(String cut, String... entries) {
        var scorer = Scorer.of(quota(cut));
        for (var line : entries) {
            var parts = line.split("[@ ]", -1);
            scorer.apply(new ScoringEvent.EntryAdmitted(parts[0], "", parts[1], "", List.of()));
            for (var i = 2; i < parts.length; i++) {
                if (!parts[i].equals("?")) {
                    scorer.apply(Marks.mark(scorer.rulebook(), "s", parts[0], i == 2 ? "p" : "q", "1", parts[i]));
                }
            }
        }
        var lines = scorer.cutLines("c", "");
        return Stream.of(entries)
                .map(line -> switch (Objects.requireNonNull(lines.get(line.split("@", -1)[0]))) {
                    case SAFE -> "S";
                    case OPEN -> "-";
                    case OUT -> "O";
                })
                .collect(Collectors.joining());
    }

    /** D, of a delegation of its own and with a mark to come, is always behind. */
    @Test
    void equals_of_several_delegations_are_all_through_where_the_cut_grows_and_none_where_it_shrinks() {
        var field = new String[] {"A@x 6 4", "B@y 6 2", "C@z 6 2", "D@w 1 ?"};
        assertThat(lines("best: 2, per-delegation: 1", field)).isEqualTo("SSSO");
        assertThat(lines("best: 2, per-delegation: 1, ties: shrink", field)).isEqualTo("S--O");
        assertThat(lines("best: 3, per-delegation: 1, ties: shrink", field)).isEqualTo("SSSO");
        // whose total may still move is not equal for good: it may come before B and C and take the last place
        field[3] = "D@w 6 ?";
        assertThat(lines("best: 2, per-delegation: 1", field)).isEqualTo("S---");
        assertThat(lines("best: 4, per-delegation: 1", field)).isEqualTo("SSSS");
    }

    @Test
    void equals_of_one_delegation_are_open_where_its_quota_ends_between_them() {
        var field = new String[] {"A@x 6 2", "B@x 6 2", "C@y 6 1", "D@w 1 ?"};
        assertThat(lines("best: 3, per-delegation: 1", field)).isEqualTo("--SS");
        assertThat(lines("best: 2, per-delegation: 1", field)).isEqualTo("--SO");
        assertThat(lines("best: 3, per-delegation: 2", field)).isEqualTo("SSSO");
        assertThat(lines("best: 4, per-delegation: 2, ties: shrink", field)).isEqualTo("SSSS");
        // a third of the delegation is behind a full quota, whatever it still gets; or it may come before both
        assertThat(lines("best: 4, per-delegation: 2", "A@x 6 2", "B@x 6 2", "C@x 3 ?", "D@w 1 ?"))
                .isEqualTo("SSOS");
        assertThat(lines("best: 4, per-delegation: 2", "A@x 6 2", "B@x 6 2", "C@x 5 ?", "D@w 1 ?"))
                .isEqualTo("---S");
    }

    @Test
    void a_delegation_takes_no_more_places_than_its_quota_before_anybody() {
        var field = new String[] {"A@x 6 4", "B@x 6 3", "C@x 6 2", "D@y 6 1", "E@z 1 ?"};
        assertThat(lines("best: 4, per-delegation: 2", field)).isEqualTo("SSOSS");
        assertThat(lines("best: 3, per-delegation: 2", field)).isEqualTo("SSOSO");
        assertThat(lines("best: 2, per-delegation: 1", field)).isEqualTo("SOOSO");
        assertThat(lines("best: 3, per-delegation: 1", field)).isEqualTo("SOOSS");
    }

    /** Every way in which the missing marks of a small field can come. */
    @Property(tries = 250)
    void nobody_called_safe_or_out_is_otherwise_in_any_completion(@ForAll long seed) {
        var random = new Random(seed);
        var cut = SMALL_CUTS.get(random.nextInt(SMALL_CUTS.size()));
        var scorer = Scorer.of(small(random.nextBoolean() ? "descending" : "ascending", cut));
        var missing = new ArrayList<Slot>();
        for (var entry = 0; entry < 5; entry++) {
            scorer.apply(
                    new ScoringEvent.EntryAdmitted("" + entry, "", DELEGATIONS.get(random.nextInt(2)), "", List.of()));
            for (var aspect : List.of("p", "q")) {
                if (missing.size() < 4 && random.nextInt(3) == 0) {
                    missing.add(new Slot("s", "" + entry, 1, aspect, "1", 1));
                } else {
                    scorer.apply(mark(entry, aspect, random.nextInt(3)));
                }
            }
        }
        var lines = scorer.cutLines("c", "");
        completions(scorer, missing).forEach(whole -> {
            var through = whole.cut("c", "").through();
            lines.forEach((entry, line) -> {
                if (line != Line.OPEN) {
                    assertThat(through.contains(entry)).as(cut + ": " + entry).isEqualTo(line == Line.SAFE);
                }
            });
        });
    }

    private static Stream<Scorer> completions(Scorer scorer, List<Slot> missing) {
        if (missing.isEmpty()) {
            return Stream.of(scorer);
        }
        var rest = missing.subList(1, missing.size());
        return IntStream.range(0, 3).boxed().flatMap(value -> {
            var amount = new MarkValue.Amount(BigDecimal.valueOf(value));
            return completions(scorer.with(List.of(new ScoringEvent.MarkSet(missing.getFirst(), amount))), rest);
        });
    }

    private static Rulebook small(String direction, String cut) {
        return RulebookReader.read("""
                rulebook: small
                ranking: {order: %s}
                stages: [{id: s, aspects: [{id: p, max: 2}, {id: q, max: 2}]}]
                cuts: [{id: c, %s}]
                """.formatted(direction, cut)).orThrow();
    }

    private static Set<String> safe(Map<String, Line> lines) {
        var safe = new HashSet<String>();
        lines.forEach((entry, line) -> {
            if (line == Line.SAFE) {
                safe.add(entry);
            }
        });
        return safe;
    }

    private static Scorer field(Rulebook rule) {
        var scorer = Scorer.of(rule);
        for (var entry = 0; entry < ENTRIES; entry++) {
            scorer.apply(new ScoringEvent.EntryAdmitted("" + entry, "", DELEGATIONS.get(entry % 3), "", List.of()));
        }
        return scorer;
    }

    private static ScoringEvent.MarkSet mark(int entry, String aspect, int value) {
        return new ScoringEvent.MarkSet(
                new Slot("s", "" + entry, 1, aspect, "1", 1), new MarkValue.Amount(BigDecimal.valueOf(value)));
    }
}
