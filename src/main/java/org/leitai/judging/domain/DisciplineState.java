package org.leitai.judging.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.map.TrieMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A discipline as its events tell it.
 *
 * @param seq of the last event; 0 for none
 * @param head null before the discipline is opened
 * @param spreads cells whose judgements lay too far apart at least once
 * @param shown votes that seats had seen when their panel became larger
 * @param sessions as planned, in the order of time
 * @param cursor whose turn it is, or null
 * @param clocks of teams in the field, as their timekeepers last set them
 * @param adjustments the chief's corrections that stand
 * @param lots orders that lots gave, the oldest first
 * @param recordHash of the published record; empty before it is issued
 */
public record DisciplineState(
        StreamId stream,
        long seq,
        @Nullable Head head,
        Phase phase,
        TrieMap<UUID, Entry> entries,
        PMap<String, StageState> stages,
        PMap<UUID, Seat> seats,
        TrieMap<SheetId, Sheet> sheets,
        PMap<UUID, Claim> claims,
        PMap<SpreadKey, Disagreement> spreads,
        PMap<SpreadKey, ShownVotes> shown,
        List<Session> sessions,
        @Nullable Cursor cursor,
        PMap<Cursor, LaneClock> clocks,
        PMap<Adjusted, Adjustment> adjustments,
        PVector<List<UUID>> lots,
        String recordHash) {

    /** What the discipline was opened with. */
    public record Head(
            StreamId contest,
            String code,
            String titleZh,
            String titleEn,
            String rulebookYaml,
            String rulebookHash,
            Scheme scheme) {}

    public record Entry(
            UUID id, String division, String delegation, UUID unit, List<UUID> members, EntryStatus status) {
        Entry with(EntryStatus next) {
            return new Entry(id, division, delegation, unit, members, next);
        }
    }

    /**
     * A place on the panel.
     *
     * @param person who fills it now, or {@link org.leitai.kernel.Act#NOBODY}
     */
    public record Seat(UUID id, String label, Role role, List<FormRef> forms, UUID person) {
        Seat filledBy(UUID next) {
            return new Seat(id, label, role, forms, next);
        }

        /**
         * Whether this seat fills in that form. A form of one seat may be given to a seat of any label, so that several judges can
         * each have forms of their own.
         */
        public boolean fillsIn(String stage, Scheme.Form form) {
            boolean named = forms.contains(new FormRef(stage, form.id()));
            boolean labelled =
                    form.seats().contains(label) || (named && form.seats().size() == 1);
            return role == form.role() && labelled && (named || forms.isEmpty());
        }
    }

    public record SpreadKey(String stage, String form, String subject, Slot.Cell cell) {}

    /** What the chief may correct: a node of a stage, for one subject. */
    public record Adjusted(String stage, String subject, String node) {}

    /** A correction as it stands. */
    public record Adjustment(String by, UUID reason) {}

    public record Cursor(String stage, String subject) {}

    /**
     * A clock in the field.
     *
     * @param sinceMicros when it was set, as recorded
     */
    public record LaneClock(boolean running, long shownMillis, long returnedMillis, long sinceMicros) {}

    static DisciplineState initial(StreamId stream) {
        return new DisciplineState(
                stream,
                0,
                null,
                Phase.PREPARING,
                TrieMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                TrieMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                List.of(),
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                TreePVector.empty(),
                "");
    }

    /** What it was opened with; only for commands that come after. */
    public Head opened() {
        if (head == null) {
            throw new IllegalStateException("the discipline " + stream + " has no first event");
        }
        return head;
    }

    public Scheme scheme() {
        return opened().scheme();
    }

    public StageState stage(String id) {
        return stages.getOrDefault(id, StageState.NEW);
    }

    public Sheet sheet(SheetId id) {
        return sheets.getOrDefault(id, Sheet.EMPTY);
    }

    /** Seats in the order of their labels, 2 before 10. */
    public List<Seat> panel() {
        return seats.values().stream()
                .sorted(Comparator.<Seat>comparingInt(seat -> seat.label().length())
                        .thenComparing(Seat::label)
                        .thenComparing(Seat::id))
                .toList();
    }

    /** Seats that fill in that form. */
    public List<Seat> panel(String stage, Scheme.Form form) {
        return panel().stream().filter(seat -> seat.fillsIn(stage, form)).toList();
    }

    /** The entry behind a number; empty while the stage is sealed or when the number is unknown. */
    public Optional<Entry> entry(String stage, String number) {
        return Optional.ofNullable(stage(stage).numbers().get(number)).map(entries::get);
    }

    /** The numbers of a stage that are to be marked: all but those known to belong to an entry that does not compete. */
    public List<String> subjects(String stage) {
        return stage(stage).numbers().entrySet().stream()
                .filter(number -> competes(number.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean competes(UUID entry) {
        Entry known = entries.get(entry);
        return known == null || known.status() == EntryStatus.ACTIVE;
    }

    /** The sheets of a stage that somebody has to fill in. */
    public List<SheetId> due(Scheme.Stage stage) {
        List<String> subjects = subjects(stage.id());
        return stage.forms().stream()
                .flatMap(form -> panel(stage.id(), form).stream()
                        .flatMap(seat -> subjects.stream()
                                .map(subject -> new SheetId(stage.id(), form.id(), subject, seat.id()))))
                .toList();
    }

    public List<SheetId> unsigned(Scheme.Stage stage) {
        return due(stage).stream().filter(id -> sheet(id).signature() == null).toList();
    }

    /** Whether somebody refused to sign beside a judge and the chief has neither signed nor handed the sheet back. */
    public boolean hasOpenRefusals() {
        return sheets.values().stream().anyMatch(Sheet::isContested);
    }

    public boolean hasOpenClaims() {
        return claims.values().stream().anyMatch(claim -> claim.state() == Claim.State.OPEN);
    }
}
