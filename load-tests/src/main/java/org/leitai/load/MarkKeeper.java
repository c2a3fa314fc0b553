package org.leitai.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineDecider;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Slot;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent;

/** A discipline of so many entries, each marked by one judge; what its keeper does for one more mark, without the ledger. */
final class MarkKeeper {
    private static final String RULES = """
            rulebook: bench-speech
            version: "1"
            title: {zh: 演讲, en: Speech}
            kind: speech
            publicity: at-once
            stages:
              - id: speech
                title: {zh: 演讲, en: Speech}
                max: 10
                forms:
                  - id: sheet
                    title: {zh: 评分表, en: Sheet}
                    panel: {seats: 1}
                    aspects:
                      - {id: total, title: {zh: 得分, en: Score}, kind: points, max: 10, decimals: 2}
            """;
    private static final long NOW = 1_790_000_000_000_000L;

    private final DisciplineDecider decider = new DisciplineDecider();
    private final DisciplineEventCodec codec = new DisciplineEventCodec();
    private final Random random = new Random(25);
    private final Scorer scorer = Scorer.of(RulebookReader.read(RULES).orThrow());
    private final @Nullable UUID[] newest;
    private DisciplineState state = decider.initial(new StreamId(id(1, 0)));
    private long seq;
    /** So that nothing is left out as unused. */
    private long bytes;

    MarkKeeper(int entries) {
        newest = new UUID[entries];
        tell(new DisciplineEvent.DisciplineOpened(new StreamId(id(2, 0)), "B", "演讲", "Speech", RULES, "0"));
        List<Link> links = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            tell(new DisciplineEvent.EntryAdmitted(id(3, i), "", "任城区", id(5, i), List.of(id(6, i))));
            links.add(new Link(number(i), id(3, i)));
            scorer.apply(new ScoringEvent.EntryAdmitted(number(i), "", "", "", List.of()));
        }
        tell(new DisciplineEvent.NumbersAssigned("speech", links));
        tell(new DisciplineEvent.SeatAdded(id(4, 1), "1", Role.JUDGE, List.of()));
        tell(new DisciplineEvent.SeatFilled(id(4, 1), id(8, 1), Act.NOBODY, ""));
        tell(new DisciplineEvent.StageOpened("speech"));
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
        UUID key = new UUID(seq, random.nextLong());
        var command = new DisciplineCommand.RecordMark(
                Slot.of("speech", number(entry), "total", id(4, 1)), value.toPlainString(), newest[entry], Act.NOBODY);
        Act act = new Act(id(8, 1), id(4, 1), id(10, 1), NOW, 0, key);
        newest[entry] = key;
        if (!(decider.decide(state, command, act, NOW) instanceof Decision.Accepted<DisciplineEvent> accepted)) {
            throw new IllegalStateException("the mark of " + entry + " is refused");
        }
        for (DisciplineEvent event : accepted.events()) {
            bytes += CanonicalJson.write(codec.write(event)).length;
            seq++;
            state = decider.evolve(state, new Recorded<>(seq, NOW, act, event));
        }
        scorer.apply(new ScoringEvent.MarkSet(
                org.leitai.scoring.sheet.Slot.of("speech", number(entry), "total", "1"), new MarkValue.Amount(value)));
        Row row = scorer.row(number(entry)).orElseThrow();
        bytes += row.missing();
    }

    private static String number(int entry) {
        return "%06d".formatted(entry);
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x7000L + kind, 0x8000000000000000L + number);
    }

    private void tell(DisciplineEvent one) {
        seq++;
        state = decider.evolve(state, new Recorded<>(seq, NOW, Act.by(Act.NOBODY, Act.NOBODY, id(9, (int) seq)), one));
    }
}
