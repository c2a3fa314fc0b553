package org.leitai.judging.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineEvent.DisciplineOpened;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.testkit.Scenario;

/** A discipline under the trial rulebook: two entries, two judges, a chief, a scorer. One second passes with each event. */
public final class Trial {
    public static final StreamId STREAM = new StreamId(new UUID(1, 1));
    public static final StreamId CONTEST = new StreamId(new UUID(1, 2));
    public static final UUID ENTRY_1 = new UUID(2, 1);
    public static final UUID ENTRY_2 = new UUID(2, 2);
    public static final UUID UNIT_1 = new UUID(3, 1);
    public static final UUID UNIT_2 = new UUID(3, 2);
    public static final UUID JUDGE_1 = new UUID(4, 1);
    public static final UUID JUDGE_2 = new UUID(4, 2);
    public static final UUID CHIEF = new UUID(4, 3);
    public static final UUID SCORER = new UUID(4, 4);
    public static final UUID PERSON = new UUID(5, 1);
    public static final String YAML = yaml();
    public static final String SEALED_YAML = YAML.replace("identity: number", "identity: sealed");
    public static final List<Link> LINKS = List.of(new Link("01", ENTRY_1), new Link("02", ENTRY_2));

    private Trial() {}

    public static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> scenario() {
        return Scenario.of(new DisciplineDecider(), STREAM);
    }

    /** Opened, two entries, everybody seated, theory numbered; the practical stage under the given identity rule. */
    public static List<DisciplineEvent> prepared(String yaml) {
        return List.of(
                opened(yaml),
                new EntryAdmitted(ENTRY_1, "staff", "任城区", UNIT_1, List.of(new UUID(6, 1))),
                new EntryAdmitted(ENTRY_2, "staff", "兖州区", UNIT_2, List.of(new UUID(6, 2))),
                new SeatAdded(JUDGE_1, "1", Role.JUDGE, List.of()),
                new SeatAdded(JUDGE_2, "2", Role.JUDGE, List.of()),
                new SeatAdded(CHIEF, "裁判长", Role.CHIEF_JUDGE, List.of()),
                new SeatAdded(SCORER, "1", Role.SCORER, List.of()),
                new SeatFilled(JUDGE_1, PERSON, Act.NOBODY, ""),
                new SeatFilled(JUDGE_2, new UUID(5, 2), Act.NOBODY, ""),
                new SeatFilled(CHIEF, new UUID(5, 3), Act.NOBODY, ""),
                new SeatFilled(SCORER, new UUID(5, 4), Act.NOBODY, ""),
                new NumbersAssigned("theory", LINKS));
    }

    /** The practical stage is open under numbers. */
    public static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> marking() {
        return scenario().given(prepared(YAML)).given(new NumbersAssigned("work", LINKS), new StageOpened("work"));
    }

    /** Everything marked, signed and closed, so that results can be locked. */
    public static List<DisciplineEvent> finished() {
        List<DisciplineEvent> events = new ArrayList<>(prepared(YAML));
        events.add(new NumbersAssigned("work", LINKS));
        events.addAll(markedAndClosed());
        return events;
    }

    public static List<DisciplineEvent> markedAndClosed() {
        List<DisciplineEvent> events = new ArrayList<>();
        events.add(new StageOpened("theory"));
        events.add(new StageOpened("work"));
        int key = 1;
        for (String number : List.of("01", "02")) {
            key = sheet(events, key, new SheetId("theory", "theory", number, SCORER), List.of("paper"), "80");
            for (UUID judge : List.of(JUDGE_1, JUDGE_2)) {
                key = sheet(events, key, new SheetId("work", "size", number, judge), List.of("length", "width"), "10");
                key = sheet(events, key, new SheetId("work", "look", number, judge), List.of("seam"), "2");
            }
        }
        events.add(new StageClosed("theory"));
        events.add(new StageClosed("work"));
        return events;
    }

    private static int sheet(List<DisciplineEvent> events, int first, SheetId id, List<String> aspects, String value) {
        int key = first;
        List<UUID> keys = new ArrayList<>();
        for (String aspect : aspects) {
            UUID mark = new UUID(9, key);
            keys.add(mark);
            events.add(new MarkRecorded(mark, id.slot(new Slot.Cell(aspect, 1, 1)), value, null, Act.NOBODY));
            key++;
        }
        events.add(new SheetSigned(id, keys));
        return key;
    }

    public static DisciplineOpened opened(String yaml) {
        return new DisciplineOpened(CONTEST, "T", "试验", "Trial", yaml, hash(yaml));
    }

    public static String hash(String yaml) {
        return RulebookReader.read(yaml).orThrow().hash();
    }

    public static Slot length(String number, UUID seat) {
        return Slot.of("work", number, "length", seat);
    }

    public static Slot seam(String number, UUID seat) {
        return Slot.of("work", number, "seam", seat);
    }

    public static RecordMark mark(Slot slot, String value, @Nullable UUID replaces) {
        return new RecordMark(slot, value, replaces, Act.NOBODY);
    }

    public static MarkRecorded recorded(UUID key, Slot slot, String value) {
        return new MarkRecorded(key, slot, value, null, Act.NOBODY);
    }

    /** An act from a seat at a time nobody states. */
    public static Act actOf(UUID seat, UUID key) {
        return at(seat, key, 0, 0);
    }

    public static Act at(UUID seat, UUID key, long actMicros, long uncertaintyMicros) {
        return new Act(PERSON, seat, new UUID(7, 1), actMicros, uncertaintyMicros, key);
    }

    private static String yaml() {
        try (InputStream file = Objects.requireNonNull(Trial.class.getResourceAsStream("/judging/trial.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
