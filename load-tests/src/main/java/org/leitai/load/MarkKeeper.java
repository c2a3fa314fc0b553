package org.leitai.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.sheet.Slot;

/** A discipline of so many entries, each marked by one judge; what its keeper does for one more mark, without the ledger. */
final class MarkKeeper {
    private final DisciplineEventCodec codec = new DisciplineEventCodec();
    private final Random random = new Random(25);
    private final Scorer scorer = Scorer.of(RulebookReader.read(OpenSpeech.RULES).orThrow());
    private final OpenSpeech speech;
    private final @Nullable UUID[] newest;
    /** So that nothing is left out as unused. */
    private long bytes;

    MarkKeeper(int entries) {
        speech = new OpenSpeech(entries);
        newest = new UUID[entries];
        for (int i = 0; i < entries; i++) {
            scorer.apply(new ScoringEvent.EntryAdmitted(OpenSpeech.number(i), "", "", "", List.of()));
        }
        for (int i = 0; i < entries; i++) {
            mark(i);
        }
    }

    /** One after another, each of somebody else. */
    void marks(int count) {
        for (int i = 0; i < count; i++) {
            mark(random.nextInt(newest.length));
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was encoded");
        }
    }

    private void mark(int entry) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(1_001), 2);
        UUID key = new UUID(speech.seq(), random.nextLong());
        var command = new DisciplineCommand.RecordMark(
                OpenSpeech.slot(entry), value.toPlainString(), newest[entry], Act.NOBODY);
        Act act = OpenSpeech.judge(key);
        newest[entry] = key;
        if (!(speech.decider().decide(speech.state(), command, act, OpenSpeech.NOW)
                instanceof Decision.Accepted<DisciplineEvent> accepted)) {
            throw new IllegalStateException("the mark of " + entry + " is refused");
        }
        for (DisciplineEvent event : accepted.events()) {
            bytes += CanonicalJson.write(codec.write(event)).length;
            speech.recorded(act, event);
        }
        String number = OpenSpeech.number(entry);
        scorer.apply(new ScoringEvent.MarkSet(Slot.of("speech", number, "total", "1"), new MarkValue.Amount(value)));
        bytes += scorer.row(number).orElseThrow().missing();
    }
}
