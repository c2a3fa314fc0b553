package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
        assertThat(EnumSet.copyOf(scorer.cutLines("quota", "").values())).contains(Line.OPEN);
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
