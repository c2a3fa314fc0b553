package org.leitai.judging.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** What can be asked of one discipline; the parameters mean what they mean in {@link DisciplineEvent}. */
public sealed interface DisciplineCommand extends Command {
    record OpenDiscipline(
            StreamId contest, String code, String titleZh, String titleEn, String rulebookYaml, String rulebookHash)
            implements DisciplineCommand {}

    record AdmitEntry(UUID entry, String division, String delegation, UUID unit, List<UUID> members)
            implements DisciplineCommand {
        public AdmitEntry {
            members = List.copyOf(members);
        }
    }

    record SetEntryStatus(UUID entry, EntryStatus status, UUID reason) implements DisciplineCommand {}

    /**
     * Gives numbers.
     *
     * @param stage or {@code *} for every stage that is not sealed
     */
    record AssignNumbers(String stage, List<Link> links) implements DisciplineCommand {
        public AssignNumbers {
            links = List.copyOf(links);
        }
    }

    record SealNumbers(String stage, List<String> numbers, String commitment) implements DisciplineCommand {
        public SealNumbers {
            numbers = List.copyOf(numbers);
        }
    }

    record AddSeat(UUID seat, String label, Role role, List<FormRef> forms) implements DisciplineCommand {
        public AddSeat {
            forms = List.copyOf(forms);
        }
    }

    record FillSeat(UUID seat, UUID person, UUID unit, String delegation) implements DisciplineCommand {}

    record VacateSeat(UUID seat) implements DisciplineCommand {}

    record OpenStage(String stage) implements DisciplineCommand {}

    /**
     * No more marks.
     *
     * @param despiteUnsigned close although sheets are not signed yet
     */
    record CloseStage(String stage, boolean despiteUnsigned) implements DisciplineCommand {}

    /** Under the act's key, which becomes the mark's key. */
    record RecordMark(Slot slot, String value, @Nullable UUID replaces, UUID reason) implements DisciplineCommand {}

    /**
     * All or nothing.
     *
     * @param seat whose marks they are; {@link org.leitai.kernel.Act#NOBODY}: the stage's scorer, who is added when missing
     */
    record ImportMarks(String stage, UUID seat, List<ImportedMark> marks) implements DisciplineCommand {
        public ImportMarks {
            marks = List.copyOf(marks);
        }
    }

    record DecideClaim(UUID claim, boolean accept, UUID reason) implements DisciplineCommand {}

    record SignSheet(SheetId sheet, List<UUID> marks) implements DisciplineCommand {
        public SignSheet {
            marks = List.copyOf(marks);
        }
    }

    /** Words beside the marks, under the act's key; {@code text} is never {@link org.leitai.kernel.Act#NOBODY}. */
    record NoteOnSheet(SheetId sheet, UUID text) implements DisciplineCommand {}

    /**
     * Somebody signs beside the judge.
     *
     * @param seat whose PIN was given; {@link org.leitai.kernel.Act#NOBODY}: signed on paper
     */
    record Cosign(SheetId sheet, Cosigner by, UUID seat) implements DisciplineCommand {}

    record RefuseCosigning(SheetId sheet, Cosigner by, UUID reason) implements DisciplineCommand {}

    record ReturnSheet(SheetId sheet, UUID reason) implements DisciplineCommand {}

    /** The chief's bounded correction; {@code by} is a decimal with sign, 0 takes an earlier one back. */
    record AdjustScore(String stage, String subject, String node, String by, UUID reason)
            implements DisciplineCommand {}

    /** The order that lots or an extra round gave to entries that were equal; the chief records it. */
    record RecordLots(List<UUID> order, UUID reason) implements DisciplineCommand {
        public RecordLots {
            order = List.copyOf(order);
        }
    }

    /** Replaces the whole plan. */
    record PlanSessions(List<Session> sessions) implements DisciplineCommand {
        public PlanSessions {
            sessions = List.copyOf(sessions);
        }
    }

    record MoveCursor(String stage, String subject) implements DisciplineCommand {}

    record SetClock(String stage, String subject, boolean running, long shownMillis, long returnedMillis)
            implements DisciplineCommand {}

    record LockResults() implements DisciplineCommand {}

    record ProposeOpening(String stage, Role role) implements DisciplineCommand {}

    /** By the second officer. */
    record OpenIdentities(String stage, Role role, String seed, List<Link> links) implements DisciplineCommand {
        public OpenIdentities {
            links = List.copyOf(links);
        }
    }

    /**
     * The chief puts the word under the table.
     *
     * @param atSeq the position from which the record was made: nothing may have happened since
     */
    record IssueResults(long atSeq, String recordHash) implements DisciplineCommand {}

    record AnnounceResults() implements DisciplineCommand {}
}
