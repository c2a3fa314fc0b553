package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.sheet.Slot;

/** Every mark narrows what is possible, and the result always lay inside it: whatever the rule does to marks on their way. */
class CertaintyLawsTest {
    private static final List<String> ENTRIES = List.of("A", "B", "C", "D");
    private static final List<String> CUTS = List.of("c", "d");
    private static final String HEAD = "rulebook: r\ncuts: [{id: c, best: 2}, {id: d, best: 2, ties: shrink}]\n";

    private static final List<String> RULES = List.of(
            // marks that nobody waits for
            "stages: [{id: s, aspects: [{id: a, max: 6}, {id: x, min: -2, max: 0, optional: true}]}]",
            "stages: [{id: s, combine: mean, aspects: [{id: a, max: 6}, {id: b, max: 3}, {id: x, max: 5, optional: true}, {id: y, min: 1, max: 3, optional: true}]}]",
            "ranking: {order: ascending}\nstages: [{id: s, combine: {best: 2}, aspects: [{id: a, max: 6}, {id: x, max: 5, optional: true}, {id: y, min: -1, max: 3, optional: true}]}]",
            "stages: [{id: s, combine: {best: 2}, aspects: [{id: a, max: 6}, {id: x, min: -2, max: 5, optional: true}, {id: y, min: -1, max: 3, optional: true}]}]",
            "stages: [{id: s, combine: product, aspects: [{id: a, max: 6}, {id: x, max: 2, optional: true}]}, {id: t, weight: 50%, aspects: [{id: b, max: 4}, {id: g, kind: gate, zeroes: sheet}]}]",
            "total: {combine: mean, round: 1}\nranking: {ties: [t]}\nstages: [{id: s, aspects: [{id: a, max: 6}, {id: x, max: 2, optional: true, panel: {seats: 2, missing: remove}}]}, {id: t, aspects: [{id: y, min: 1, max: 4, optional: true}]}]",
            "stages: [{id: s, pieces: {count: 2, take: best}, aspects: [{id: a, max: 6}, {id: x, min: -1, max: 2, optional: true}]}]",
            "stages: [{id: s, panel: {seats: 2, per: sheet}, aspects: [{id: a, max: 6}, {id: x, min: -1, max: 2, optional: true}]}]",
            "stages: [{id: s, criteria: [{id: c, then: [{times: f}], aspects: [{id: a, min: -3, max: 6}, {id: f, kind: recorded, min: 1, max: 3, optional: true}]}, {id: e, aspects: [{id: b, max: 2}]}]}]",
            // steps with a figure that is recorded
            "stages: [{id: s, then: [{minus: f}], aspects: [{id: a, max: 6}, {id: f, kind: recorded, min: 1, max: 4}]}]",
            "stages: [{id: s, then: [{divide: f}, {round: 2}], aspects: [{id: a, min: -4, max: 6}, {id: f, kind: recorded, min: 1, max: 4}]}]",
            "stages: [{id: s, then: [{divide: f}], aspects: [{id: a, min: -4, max: 6}, {id: f, kind: recorded, min: -4, max: -2}]}]",
            "stages: [{id: s, then: [{times: f}, {plus: 1}, {times: g}], aspects: [{id: a, min: -3, max: 6}, {id: f, kind: recorded, min: -2, max: 3}, {id: g, kind: recorded, min: -1, max: 1}]}]",
            "stages: [{id: s, aspects: [{id: a, max: 6, then: [{times: -2}, {plus: f}, {at-least: -8}, {at-most: 1}]}, {id: f, kind: recorded, min: -3, max: 3}, {id: b, max: 2, weight: 0.5}]}]",
            "ranking: {order: ascending}\nstages: [{id: s, then: [{minus: t}, {times: -1}], aspects: [{id: a, max: 6}, {id: t, kind: time}]}]",
            "total: {then: [{times: -1}, {at-most: 2}]}\nstages: [{id: s, combine: product, aspects: [{id: a, min: -3, max: 2}, {id: b, min: -1, max: 4}]}]",
            "stages: [{id: s, then: [{minus: n}], aspects: [{id: n, kind: count, max: 20, possible: 4}, {id: a, max: 6}]}]",
            // several pieces and attempts
            "stages: [{id: s, pieces: {take: sum}, aspects: [{id: a, min: 0, max: 3}]}]",
            "stages: [{id: s, pieces: {take: mean}, aspects: [{id: a, min: -2, max: 3}]}]",
            "stages: [{id: s, pieces: {take: sum, best: 2}, aspects: [{id: a, min: -2, max: 3}]}]",
            "stages: [{id: s, attempts: {count: 3, take: last}, then: [{minus: f}], aspects: [{id: a, min: -2, max: 3}, {id: f, kind: recorded, min: 0, max: 3}]}]",
            // where places hang on more than totals
            "standardise: {method: median-deviation, centre: 700, spread: 30, round: 0}\nranking: {by: scaled}\nstages: [{id: s, aspects: [{id: a, max: 6}]}]",
            "stages: [{id: s, standardise: {method: mean-deviation, centre: 0, spread: 1, within: all}, aspects: [{id: a, max: 6}]}, {id: t, aspects: [{id: b, max: 2}]}]",
            "rounds: [{id: x, stages: [s], cut: {best: 2}}, {id: y, stages: [s, t]}]\nstages: [{id: s, aspects: [{id: a, max: 3}]}, {id: t, aspects: [{id: b, max: 4}]}]",
            "rounds: [{id: x, stages: [s], cut: {best: 3}}, {id: y, stages: [t], cut: {best: 2}}, {id: z, stages: [u]}]\nstages: [{id: s, aspects: [{id: a, max: 3}]}, {id: t, aspects: [{id: b, max: 4}]}, {id: u, aspects: [{id: c, min: -2, max: 4}]}]",
            // panels
            "stages: [{id: s, aspects: [{id: a, min: 2, max: 6, panel: {seats: 3, combine: sum, missing: remove}}]}]",
            "stages: [{id: s, aspects: [{id: a, min: 2, max: 6, panel: {seats: 3, combine: mean, missing: zero}}]}]",
            "stages: [{id: s, aspects: [{id: a, min: -2, max: 6, panel: {seats: 4, combine: mean, drop-high: 1, drop-low: 1, missing: remove, round: 1}}]}]",
            "stages: [{id: s, panel: {seats: 3, per: sheet, combine: median, missing: remove}, then: [{minus: f}], aspects: [{id: a, max: 6}, {id: b, min: -1, max: 2}, {id: f, kind: recorded, min: 1, max: 2}]}]",
            "stages: [{id: s, aspects: [{id: a, kind: judgement, max: 9, panel: {seats: 3, combine: mean, spread: {limit: 1, refuses: true}}}]}, {id: t, aspects: [{id: b, max: 2}]}]");

    /** Every mark that is awaited comes, and any of the others, in any order. */
    @Property(tries = 1500)
    void every_mark_narrows_what_is_possible_and_the_result_always_lay_inside(@ForAll long seed) {
        var random = new Random(seed);
        var yaml = HEAD + RULES.get(random.nextInt(RULES.size()));
        var rule = RulebookReader.read(yaml).orThrow();
        var live = Scorer.of(rule);
        ENTRIES.forEach(id -> live.apply(entry(id)));
        var story = new StringBuilder(yaml);
        var seen = new ArrayList<Map<String, Certainty>>();
        var lines = new HashMap<String, Line>();
        seen.add(live.certainties(""));
        for (var mark : marks(rule, random)) {
            live.apply(mark);
            story.append("\n").append(mark.slot()).append(" ").append(mark.value());
            seen.add(live.certainties(""));
            ENTRIES.forEach(id ->
                    narrows(known(seen.get(seen.size() - 2), id), known(seen.getLast(), id), story + " " + id));
            for (var cut : CUTS) {
                live.cutLines(cut, "").forEach((id, line) -> stays(lines, cut + id, line, story.toString()));
            }
        }
        rule.stages().forEach(stage -> live.apply(new StageClosed(stage.id())));
        for (var row : live.rows("")) {
            var total = row.total();
            for (var possible : seen) {
                var was = known(possible, row.entry());
                if (total != null && row.rank() != null) {
                    liesWithin(total.toDecimal(), was, story + " " + row.entry());
                    assertThat(row.rank()).as(story.toString()).isBetween(was.best(), was.worst());
                }
            }
        }
        for (var cut : CUTS) {
            var through = live.cut(cut, "").through();
            ENTRIES.stream()
                    .filter(id -> lines.get(cut + id) != Line.OPEN)
                    .forEach(id -> assertThat(through.contains(id)).isEqualTo(lines.get(cut + id) == Line.SAFE));
        }
    }

    private static List<MarkSet> marks(Rulebook rule, Random random) {
        var marks = new ArrayList<MarkSet>();
        for (var stage : rule.stages()) {
            for (var form : stage.forms()) {
                for (var leaf : form.leaves()) {
                    for (var id : ENTRIES) {
                        for (var slot : slots(stage.id(), form, leaf, id, random)) {
                            marks.add(mark(rule, slot, value(form, leaf, slot, random)));
                        }
                    }
                }
            }
        }
        Collections.shuffle(marks, random);
        return marks;
    }

    private static List<Slot> slots(String stage, Form form, Leaf leaf, String id, Random random) {
        var slots = new ArrayList<Slot>();
        var awaited = leaf.gate() == null && !leaf.aspect().head().optional();
        var pieces = form.pieces() == null ? 1 + random.nextInt(3) : form.pieces();
        var attempts = form.attempts() == null ? 1 : form.attempts();
        var seats = leaf.aspect().counts() || leaf.gate() != null
                ? panel(form, leaf).size()
                : 1;
        for (var piece = 1; piece <= pieces; piece++) {
            for (var attempt = 1; attempt <= attempts; attempt++) {
                for (var seat = 1; seat <= seats; seat++) {
                    if (awaited || random.nextInt(3) > 0) {
                        slots.add(new Slot(stage, id, piece, leaf.id(), "" + seat, attempt));
                    }
                }
            }
        }
        return slots;
    }

    private static Panel panel(Form form, Leaf leaf) {
        return form.panel().perAspect() ? leaf.panel() : form.panel();
    }

    private static String value(Form form, Leaf leaf, Slot slot, Random random) {
        if (leaf.gate() != null) {
            return random.nextBoolean() ? "fail" : "none";
        }
        // of four seats three are always there, because the fewest that give a value are not to be gone below
        var mayBeAbsent = leaf.aspect().counts()
                && slot.seat().equals("2")
                && panel(form, leaf).missing() != Panel.Missing.REFUSE;
        return mayBeAbsent && random.nextInt(3) == 0
                ? "absent"
                : switch (leaf.aspect().kind()) {
                    case "judgement" -> "" + random.nextInt(4);
                    case "time" -> "" + random.nextInt(10);
                    case "count" -> within(leaf.aspect().figures(), random);
                    default -> within(leaf.aspect().bounds(), random);
                };
    }

    private static String within(Bounds bounds, Random random) {
        var low = Objects.requireNonNull(bounds.low()).toDecimal().intValueExact();
        var high = Objects.requireNonNull(bounds.high()).toDecimal().intValueExact();
        return "" + (low + random.nextInt(high - low + 1));
    }

    private static void narrows(Certainty before, Certainty after, String story) {
        if (before.lowest() != null) {
            assertThat(after.lowest()).as(story).isGreaterThanOrEqualTo(before.lowest());
        }
        if (before.highest() != null) {
            assertThat(after.highest()).as(story).isLessThanOrEqualTo(before.highest());
        }
        if (before.best() != null && after.best() != null) {
            assertThat(after.best()).as(story).isGreaterThanOrEqualTo(before.best());
            assertThat(after.worst()).as(story).isLessThanOrEqualTo(before.worst());
        }
    }

    /** What was called safe or out stays so. */
    private static void stays(Map<String, Line> lines, String key, Line line, String story) {
        if (lines.getOrDefault(key, Line.OPEN) != Line.OPEN) {
            assertThat(line).as(key + " " + story).isEqualTo(lines.get(key));
        }
        lines.put(key, line);
    }

    private static void liesWithin(BigDecimal total, Certainty possible, String story) {
        if (possible.lowest() != null) {
            assertThat(total).as(story).isGreaterThanOrEqualTo(possible.lowest());
        }
        if (possible.highest() != null) {
            assertThat(total).as(story).isLessThanOrEqualTo(possible.highest());
        }
    }

    private static Certainty known(Map<String, Certainty> certainties, String entry) {
        return Objects.requireNonNull(certainties.get(entry));
    }
}
