package org.leitai.judging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.judging.domain.Cosigner;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AddSeat;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.AnnounceResults;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.DisciplineCommand.CloseStage;
import org.leitai.judging.domain.DisciplineCommand.Cosign;
import org.leitai.judging.domain.DisciplineCommand.DecideClaim;
import org.leitai.judging.domain.DisciplineCommand.FillSeat;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineCommand.IssueResults;
import org.leitai.judging.domain.DisciplineCommand.LockResults;
import org.leitai.judging.domain.DisciplineCommand.MoveCursor;
import org.leitai.judging.domain.DisciplineCommand.NoteOnSheet;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.judging.domain.DisciplineCommand.OpenIdentities;
import org.leitai.judging.domain.DisciplineCommand.OpenStage;
import org.leitai.judging.domain.DisciplineCommand.PlanSessions;
import org.leitai.judging.domain.DisciplineCommand.ProposeOpening;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineCommand.RefuseCosigning;
import org.leitai.judging.domain.DisciplineCommand.ReturnSheet;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
import org.leitai.judging.domain.DisciplineCommand.SetClock;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.DisciplineCommand.VacateSeat;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineEvent.CosigningRefused;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.DisciplineOpened;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.judging.domain.DisciplineEvent.IdentitiesOpened;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.LotsRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.DisciplineEvent.OpeningProposed;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsIssued;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.ScoreAdjusted;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SeatVacated;
import org.leitai.judging.domain.DisciplineEvent.SessionsPlanned;
import org.leitai.judging.domain.DisciplineEvent.SheetCosigned;
import org.leitai.judging.domain.DisciplineEvent.SheetNoted;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.judging.domain.FormRef;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.judging.domain.Lateness;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Session;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.ledger.UnknownEventException;

class DisciplineCodecTest {
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final Slot SLOT = new Slot("work", "07", 2, "length", A, 3);
    private static final Slot PLAIN = Slot.of("work", "07", "length", A);
    private static final SheetId SHEET = new SheetId("work", "size", "07", A);
    private static final List<Link> LINKS = List.of(new Link("07", B));
    private static final String HASH = "ab".repeat(32);

    static Stream<DisciplineEvent> events() {
        return Stream.of(
                new DisciplineOpened(new StreamId(A), "W", "焊工", "Welding", "rulebook: w", HASH),
                new EntryAdmitted(A, "staff", "任城区", B, List.of(B)),
                new EntryStatusSet(A, EntryStatus.DNS, B),
                new NumbersAssigned("work", LINKS),
                new NumbersSealed("work", List.of("07"), HASH),
                new SeatAdded(A, "1", Role.CHIEF_JUDGE, List.of(new FormRef("work", "size"))),
                new SeatFilled(A, B, B, "任城区"),
                new SeatVacated(A),
                new StageOpened("work"),
                new StageClosed("work"),
                new SessionsPlanned(List.of(new Session("work", 1_000, 2_000))),
                new CursorMoved("work", "07"),
                new ClockSet("work", "07", true, 61_500, 30_000),
                new MarkRecorded(A, PLAIN, "9.36", null, Act.NOBODY),
                new MarkDisputed(A, SLOT, "depth=0.4 length=12", B, B),
                new LateClaimRecorded(A, SLOT, "2", B, Lateness.MADE_BEFORE),
                new ClaimDecided(A, true, B),
                new SpreadFound("work", "look", "07", new Slot.Cell("seam", 1, 1), "2"),
                new SheetSigned(SHEET, List.of(A, B)),
                new SheetReturned(SHEET, B),
                new ScoreAdjusted("work", "07", "seam", "-0.05", B),
                new LotsRecorded(List.of(B, A), B),
                new SheetNoted(SHEET, A, B),
                new SheetCosigned(SHEET, Cosigner.CHIEF, B),
                new CosigningRefused(SHEET, Cosigner.CONTESTANT, B),
                new ResultsLocked(),
                new OpeningProposed("work", A, Role.SUPERVISOR),
                new IdentitiesOpened("work", HASH, LINKS, List.of(A, B)),
                new ResultsIssued(A, HASH),
                new ResultsAnnounced());
    }

    static Stream<DisciplineCommand> commands() {
        return Stream.of(
                new OpenDiscipline(new StreamId(A), "W", "焊工", "Welding", "rulebook: w", HASH),
                new AdmitEntry(A, "staff", "任城区", B, List.of(B)),
                new SetEntryStatus(A, EntryStatus.DNS, B),
                new AssignNumbers("*", LINKS),
                new SealNumbers("work", List.of("07"), HASH),
                new AddSeat(A, "1", Role.JUDGE, List.of(new FormRef("work", "size"))),
                new FillSeat(A, B, Act.NOBODY, ""),
                new VacateSeat(A),
                new OpenStage("work"),
                new CloseStage("work", true),
                new PlanSessions(List.of(new Session("work", 1_000, 2_000))),
                new MoveCursor("work", "07"),
                new SetClock("work", "07", false, 521_350, 0),
                new RecordMark(SLOT, "9.36", B, A),
                new RecordMark(PLAIN, "9.36", null, Act.NOBODY),
                new ImportMarks("theory", Act.NOBODY, List.of(new ImportedMark("07", "", "81"))),
                new SignSheet(SHEET, List.of(A)),
                new ReturnSheet(SHEET, B),
                new NoteOnSheet(SHEET, B),
                new Cosign(SHEET, Cosigner.JUDGE, B),
                new Cosign(SHEET, Cosigner.CONTESTANT, Act.NOBODY),
                new RefuseCosigning(SHEET, Cosigner.CONTESTANT, B),
                new DecideClaim(A, false, B),
                new AdjustScore("work", "07", "seam", "-0.05", B),
                new RecordLots(List.of(B, A), B),
                new LockResults(),
                new ProposeOpening("work", Role.SUPERVISOR),
                new OpenIdentities("work", Role.SUPERVISOR, HASH, LINKS),
                new IssueResults(12, HASH),
                new AnnounceResults());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_read_as_it_was_written_and_its_bytes_are_the_golden_ones(DisciplineEvent event)
            throws IOException {
        var codec = new DisciplineEventCodec();
        String name = codec.name(event);
        byte[] bytes = CanonicalJson.write(codec.write(event));

        assertThat(codec.read(name, CanonicalJson.readObject(bytes))).isEqualTo(event);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(golden(name));
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = DisciplineCodecTest.class.getResourceAsStream("/judging/events/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_read_as_it_was_written(DisciplineCommand command) {
        var codec = new DisciplineCommandCodec();

        assertThat(codec.read(codec.write(command))).isEqualTo(command);
    }

    @Test
    void every_event_and_command_has_a_case_here() {
        assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(DisciplineEvent.class.getPermittedSubclasses().length);
        assertThat(commands().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(DisciplineCommand.class.getPermittedSubclasses()));
    }

    @Test
    void a_newer_version_of_an_event_is_not_guessed_at() {
        var codec = new DisciplineEventCodec();
        Doc.Obj body = Doc.obj().build();

        assertThatThrownBy(() -> codec.read("judging.mark-recorded.v2", body))
                .isInstanceOf(UnknownEventException.class);
    }
}
