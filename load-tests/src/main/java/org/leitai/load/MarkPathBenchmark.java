package org.leitai.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Slot;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.live.Frame;
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

/** What one mark costs a keeper's thread: deciding, the ledger's bytes and back, and the frames that follow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class MarkPathBenchmark {
    private static final int ENTRIES = 100;

    private final OpenSpeech speech = new OpenSpeech(ENTRIES);
    private final DisciplineEventCodec codec = new DisciplineEventCodec();
    private DisciplineCommand.RecordMark command;
    private Act act;
    private DisciplineEvent.MarkRecorded event;
    private byte[] body;
    private Doc.Obj snapshot;
    private Doc.Obj delta;

    @Setup
    public void a_stage_is_open() {
        Slot slot = OpenSpeech.slot(41);
        command = new DisciplineCommand.RecordMark(slot, "9.36", null, Act.NOBODY);
        act = OpenSpeech.judge(OpenSpeech.id(11, 1));
        event = new DisciplineEvent.MarkRecorded(OpenSpeech.id(11, 1), slot, "9.36", null, Act.NOBODY);
        body = CanonicalJson.write(codec.write(event));
        if (!(speech.decider().decide(speech.state(), command, act, OpenSpeech.NOW) instanceof Decision.Accepted<DisciplineEvent>)) {
            throw new IllegalStateException("the mark is refused");
        }
        snapshot = frame("snapshot", 100);
        delta = frame("delta", 1);
    }

    private static Doc.Obj frame(String kind, int count) {
        List<Doc.Obj> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Doc.obj()
                    .put("id", "%020x".formatted(i))
                    .put("division", "")
                    .put("number", "%03d".formatted(i))
                    .put("name", "示例选手" + i)
                    .put("unit", "任城示例")
                    .put("delegation", "任城区")
                    .put("status", "active")
                    .put("certainty", "provisional")
                    .put("total", "9.36")
                    .put("rank", i + 1)
                    .put("shared", false)
                    .build());
        }
        return Doc.obj()
                .put("board", OpenSpeech.id(1, 0) + "/public")
                .put("epoch", OpenSpeech.id(7, 0) + ".1.0")
                .put("kind", kind)
                .put("prev", 1)
                .put("seq", 2)
                .put("at", OpenSpeech.NOW)
                .put("rows", rows)
                .build();
    }

    /** The arena's step: from a command to the bytes that the appender is handed. */
    @Benchmark
    public byte[] decide_and_encode() {
        return switch (speech.decider().decide(speech.state(), command, act, OpenSpeech.NOW)) {
            case Decision.Accepted<DisciplineEvent> accepted ->
                CanonicalJson.write(codec.write(accepted.events().getFirst()));
            case Decision.Refused<DisciplineEvent> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** What the next mark meets. */
    @Benchmark
    public DisciplineState evolve() {
        return speech.decider()
                .evolve(speech.state(), new Recorded<>(speech.seq() + 1, OpenSpeech.NOW, act, event));
    }

    @Benchmark
    public byte[] ledger_write() {
        return CanonicalJson.write(codec.write(event));
    }

    @Benchmark
    public DisciplineEvent ledger_read() {
        return codec.read(codec.name(event), CanonicalJson.readObject(body));
    }

    @Benchmark
    public Frame snapshot_of_100_rows() {
        return Frame.of(snapshot);
    }

    @Benchmark
    public Frame delta_of_one_row() {
        return Frame.of(delta);
    }
}
