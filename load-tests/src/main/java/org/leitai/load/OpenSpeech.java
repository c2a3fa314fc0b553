package org.leitai.load;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineDecider;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** A speech discipline as its keeper holds it: so many numbered entries, one judge, one mark each, its stage open. */
final class OpenSpeech {
    static final String RULES = """
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
    static final long NOW = 1_790_000_000_000_000L;

    private static final UUID SEAT = id(4, 1);
    private static final UUID JUDGE = id(8, 1);

    private final DisciplineDecider decider = new DisciplineDecider();
    private DisciplineState state = decider.initial(new StreamId(id(1, 0)));
    private long seq;

    OpenSpeech(int entries) {
        tell(new DisciplineEvent.DisciplineOpened(new StreamId(id(2, 0)), "B", "演讲", "Speech", RULES, "0"));
        List<Link> links = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            tell(new DisciplineEvent.EntryAdmitted(id(3, i), "", "任城区", id(5, i), List.of(id(6, i))));
            links.add(new Link(number(i), id(3, i)));
        }
        tell(new DisciplineEvent.NumbersAssigned("speech", links));
        tell(new DisciplineEvent.SeatAdded(SEAT, "1", Role.JUDGE, List.of()));
        tell(new DisciplineEvent.SeatFilled(SEAT, JUDGE, Act.NOBODY, ""));
        tell(new DisciplineEvent.StageOpened("speech"));
    }

    DisciplineDecider decider() {
        return decider;
    }

    DisciplineState state() {
        return state;
    }

    long seq() {
        return seq;
    }

    /** Where the judge's mark of an entry stands. */
    static Slot slot(int entry) {
        return Slot.of("speech", number(entry), "total", SEAT);
    }

    /** The judge's act under an idempotency key. */
    static Act judge(UUID key) {
        return new Act(JUDGE, SEAT, id(10, 1), NOW, 0, key);
    }

    static String number(int entry) {
        return "%06d".formatted(entry);
    }

    static UUID id(int kind, int number) {
        return new UUID(0x7000L + kind, 0x8000000000000000L + number);
    }

    void recorded(Act act, DisciplineEvent event) {
        seq++;
        state = decider.evolve(state, new Recorded<>(seq, NOW, act, event));
    }

    private void tell(DisciplineEvent event) {
        recorded(Act.by(Act.NOBODY, Act.NOBODY, id(9, (int) seq + 1)), event);
    }
}
