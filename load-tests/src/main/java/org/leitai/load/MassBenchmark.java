package org.leitai.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.sheet.Slot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A mass contest of the library's knowledge paper: half a million entries with what they scored, all of them ranked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class MassBenchmark {
    private static final int ENTRIES = 500_000;
    private static final Rulebook RULEBOOK =
            RulebookReader.read(RulebookLibrary.yaml("mass-knowledge").orElseThrow()).orThrow();

    private List<ScoringEvent> events;

    @Setup
    public void everyone_answered() {
        Random random = new Random(25);
        events = new ArrayList<>();
        for (int entry = 0; entry < ENTRIES; entry++) {
            String id = "E" + entry;
            events.add(new EntryAdmitted(id, "", "", "", List.of()));
            events.add(mark(id, "score", new MarkValue.Amount(BigDecimal.valueOf(random.nextInt(1001), 1))));
            events.add(mark(id, "time", new MarkValue.Time(BigDecimal.valueOf(random.nextInt(3_600_000), 3))));
        }
    }

    private static MarkSet mark(String entry, String aspect, MarkValue value) {
        return new MarkSet(Slot.of("paper", entry, aspect, "1"), value);
    }

    /** From the events to every row with rank and award. */
    @Benchmark
    public List<Row> half_a_million_ranked() {
        Scorer scorer = Scorer.of(RULEBOOK);
        events.forEach(scorer::apply);
        return List.copyOf(scorer.rows(""));
    }
}
