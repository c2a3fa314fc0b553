package org.leitai.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.sheet.Slot;
import org.leitai.scoring.result.StageScore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One more mark in a discipline of 150 aspects whose value is plain sums, and what is read after it. Every entry is fully marked
 * before; marks then change at random, from a fixed seed. Large pages as in {@code bin/leitai}; ten seconds of warming up, because
 * the compiler shares two cores with what it compiles.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 1)
public class ScorerBenchmark {
    private static final int CHANGES = 1 << 16;

    @Param({"100", "10000"})
    int entries;

    private Scorer scorer;
    private List<MarkSet> marked;
    private MarkSet[] changes;
    private int next;

    /** Six criteria of five forms of five aspects. */
    static Rulebook rulebook() {
        StringBuilder text = new StringBuilder("rulebook: bench\nawards: [{id: first, share: 10%}, {id: second, share: 20%}]\nstages:\n  - id: s\n    criteria:\n");
        for (int criterion = 0; criterion < 6; criterion++) {
            text.append("      - id: c").append(criterion).append("\n        forms:\n");
            for (int form = 0; form < 5; form++) {
                text.append("          - id: f%d%d%n            aspects:%n".formatted(criterion, form));
                for (int aspect = 0; aspect < 5; aspect++) {
                    text.append("              - {id: a%d%d%d, max: 10, decimals: 2}%n".formatted(criterion, form, aspect));
                }
            }
        }
        return RulebookReader.read(text.toString()).orThrow();
    }

    @Setup
    public void everyone_is_marked() {
        Rulebook rulebook = rulebook();
        Random random = new Random(25);
        List<String> aspects = rulebook.stages().getFirst().leaves().stream()
                .map(leaf -> leaf.id())
                .toList();
        scorer = Scorer.of(rulebook);
        marked = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            scorer.apply(new EntryAdmitted("E" + entry, "", "", "", List.of()));
            for (String aspect : aspects) {
                marked.add(mark("E" + entry, aspect, random));
            }
        }
        marked.forEach(scorer::apply);
        changes = new MarkSet[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            changes[i] = mark("E" + random.nextInt(entries), aspects.get(random.nextInt(aspects.size())), random);
        }
    }

    private static MarkSet mark(String entry, String aspect, Random random) {
        return new MarkSet(
                new Slot("s", entry, 1, aspect, "1", 1),
                new MarkValue.Amount(BigDecimal.valueOf(random.nextInt(1001), 2)));
    }

    private MarkSet change() {
        return changes[next++ & (CHANGES - 1)];
    }

    /** A mark in, the entry's new score out. */
    @Benchmark
    public StageScore one_mark() {
        MarkSet change = change();
        scorer.apply(change);
        return scorer.stageScore("s", change.slot().subject());
    }

    /** A mark in, the entry's new row with rank and award out. */
    @Benchmark
    public Row one_mark_and_its_row() {
        MarkSet change = change();
        scorer.apply(change);
        return scorer.row(change.slot().subject()).orElseThrow();
    }

    /** A mark in, every row out. */
    @Benchmark
    public List<Row> one_mark_and_every_row() {
        scorer.apply(change());
        return List.copyOf(scorer.rows(""));
    }

    /** Everything from nothing: all entries and all their marks, and every row. */
    @Benchmark
    public List<Row> everything_anew() {
        Scorer anew = Scorer.of(scorer.rulebook());
        for (int entry = 0; entry < entries; entry++) {
            anew.apply(new EntryAdmitted("E" + entry, "", "", "", List.of()));
        }
        marked.forEach(anew::apply);
        return List.copyOf(anew.rows(""));
    }
}
