package org.leitai.judging.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Event;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/**
 * What happened in one discipline. No event carries personal data: entries, units and persons are ids, reasons are ids of encrypted
 * texts ({@link Act#NOBODY} without one), and marks name the number that the judge saw.
 */
public sealed interface DisciplineEvent extends Event {
    /**
     * The discipline exists, with the rulebook it is judged by.
     *
     * @param rulebookYaml the whole rulebook, so that every result can be computed again from the ledger alone
     * @param rulebookHash of its canonical form
     */
    record DisciplineOpened(
            StreamId contest, String code, String titleZh, String titleEn, String rulebookYaml, String rulebookHash)
            implements DisciplineEvent {}

    /**
     * A contestant, team or project takes part.
     *
     * @param members the team's persons; one for an individual
     */
    record EntryAdmitted(UUID entry, String division, String delegation, UUID unit, List<UUID> members)
            implements DisciplineEvent {
        public EntryAdmitted {
            members = List.copyOf(members);
        }
    }

    record EntryStatusSet(UUID entry, EntryStatus status, UUID reason) implements DisciplineEvent {}

    /** Replaces the links of a stage that is not sealed. */
    record NumbersAssigned(String stage, List<Link> links) implements DisciplineEvent {
        public NumbersAssigned {
            links = List.copyOf(links);
        }
    }

    /**
     * The numbers of a sealed stage, and what binds them to entries that nobody may know yet.
     *
     * @param commitment lower-case hex of SHA-256, see {@link Commitment}
     */
    record NumbersSealed(String stage, List<String> numbers, String commitment) implements DisciplineEvent {
        public NumbersSealed {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A place on the panel.
     *
     * @param forms empty: every form that its role fills in
     */
    record SeatAdded(UUID seat, String label, Role role, List<FormRef> forms) implements DisciplineEvent {
        public SeatAdded {
            forms = List.copyOf(forms);
        }
    }

    /**
     * A person sits down; earlier marks keep their author.
     *
     * @param unit the judge's own, or {@link Act#NOBODY}; likewise {@code delegation}, or empty
     */
    record SeatFilled(UUID seat, UUID person, UUID unit, String delegation) implements DisciplineEvent {}

    record SeatVacated(UUID seat) implements DisciplineEvent {}

    record StageOpened(String stage) implements DisciplineEvent {}

    record StageClosed(String stage) implements DisciplineEvent {}

    /**
     * A mark that counts.
     *
     * @param mark its key, by which a later one replaces it: the command's key, or derived from it in an import
     * @param reason why it was marked again, where a rule wants one
     */
    record MarkRecorded(
            UUID mark, Slot slot, String value, @Nullable UUID replaces, UUID reason) implements DisciplineEvent {}

    /**
     * A second claim on a slot: kept, counting for nothing, blocking the sheet until the chief decides.
     *
     * @param other the mark that counts meanwhile
     */
    record MarkDisputed(
            UUID mark, Slot slot, String value, @Nullable UUID replaces, UUID other) implements DisciplineEvent {}

    /** A mark that arrived after signing or closing but was, or may have been, made before. */
    record LateClaimRecorded(
            UUID mark, Slot slot, String value, @Nullable UUID replaces, Lateness why) implements DisciplineEvent {}

    record ClaimDecided(UUID claim, boolean accepted, UUID reason) implements DisciplineEvent {}

    /** The seats' judgements of one aspect lie too far apart: each is marked again, with reasons. */
    record SpreadFound(String stage, String form, String subject, Slot.Cell cell, String spread)
            implements DisciplineEvent {}

    /**
     * A form is signed.
     *
     * @param marks the keys of the values that were read before signing
     */
    record SheetSigned(SheetId sheet, List<UUID> marks) implements DisciplineEvent {
        public SheetSigned {
            marks = List.copyOf(marks);
        }
    }

    /** 记一笔: the judge wrote something down beside the marks. */
    record SheetNoted(SheetId sheet, UUID note, UUID text) implements DisciplineEvent {}

    /**
     * Somebody signed beside the judge.
     *
     * @param seat whose PIN was given; {@link Act#NOBODY}: signed on paper
     */
    record SheetCosigned(SheetId sheet, Cosigner by, UUID seat) implements DisciplineEvent {}

    /** 拒签: somebody who was asked to sign beside the judge did not, and said why. */
    record CosigningRefused(SheetId sheet, Cosigner by, UUID reason) implements DisciplineEvent {}

    /** 退回复评. */
    record SheetReturned(SheetId sheet, UUID reason) implements DisciplineEvent {}

    /**
     * The chief corrected what a panel came to, within the rulebook's bounds; replaces an earlier correction of the same node.
     *
     * @param subject the number, as judges see it
     * @param node id of the aspect, form, criterion or stage whose panel it is
     * @param by decimal with sign; 0 takes an earlier correction back
     */
    record ScoreAdjusted(String stage, String subject, String node, String by, UUID reason)
            implements DisciplineEvent {}

    /** Lots, or an extra round: entries that were equal, the first one first. */
    record LotsRecorded(List<UUID> order, UUID reason) implements DisciplineEvent {
        public LotsRecorded {
            order = List.copyOf(order);
        }
    }

    /** Replaces the whole plan; the sessions are in the order of time. */
    record SessionsPlanned(List<Session> sessions) implements DisciplineEvent {
        public SessionsPlanned {
            sessions = List.copyOf(sessions);
        }
    }

    record CursorMoved(String stage, String subject) implements DisciplineEvent {}

    /**
     * What the clock of a team in the field showed at that act, so that others see it run; the score follows the time that is
     * marked, never this.
     *
     * @param running it goes on from there, or stands
     * @param shownMillis what it showed, 0 when it starts
     * @param returnedMillis time given back to the team so far
     */
    record ClockSet(String stage, String subject, boolean running, long shownMillis, long returnedMillis)
            implements DisciplineEvent {}

    record ResultsLocked() implements DisciplineEvent {}

    record OpeningProposed(String stage, UUID officer, Role role) implements DisciplineEvent {}

    /**
     * 解密: the numbers of a sealed stage are joined to entries.
     *
     * @param seed hex of the 32 bytes that the commitment hid
     */
    record IdentitiesOpened(String stage, String seed, List<Link> links, List<UUID> officers)
            implements DisciplineEvent {
        public IdentitiesOpened {
            links = List.copyOf(links);
            officers = List.copyOf(officers);
        }
    }

    /**
     * 裁判长签发: the published record is fixed.
     *
     * @param recordHash hex of SHA-256 over the published record's canonical bytes
     */
    record ResultsIssued(UUID seat, String recordHash) implements DisciplineEvent {}

    record ResultsAnnounced() implements DisciplineEvent {}
}
