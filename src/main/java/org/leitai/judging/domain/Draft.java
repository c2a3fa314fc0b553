package org.leitai.judging.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState.Cursor;
import org.leitai.judging.domain.DisciplineState.Entry;
import org.leitai.judging.domain.DisciplineState.Head;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.map.TrieMap;
import org.pcollections.PMap;
import org.pcollections.PVector;

/** The next state while one event is applied; never leaves {@link Evolution}. */
final class Draft {
    private final StreamId stream;
    long seq;

    @Nullable Head head;

    Phase phase;
    TrieMap<UUID, Entry> entries;
    PMap<String, StageState> stages;
    PMap<UUID, Seat> seats;
    TrieMap<SheetId, Sheet> sheets;
    PMap<UUID, Claim> claims;
    PMap<SpreadKey, Disagreement> spreads;
    PMap<SpreadKey, ShownVotes> shown;

    List<Session> sessions;

    @Nullable Cursor cursor;

    PMap<Cursor, DisciplineState.LaneClock> clocks;
    PMap<DisciplineState.Adjusted, DisciplineState.Adjustment> adjustments;
    PVector<List<UUID>> lots;
    String recordHash;

    Draft(DisciplineState before) {
        stream = before.stream();
        seq = before.seq();
        head = before.head();
        phase = before.phase();
        entries = before.entries();
        stages = before.stages();
        seats = before.seats();
        sheets = before.sheets();
        claims = before.claims();
        spreads = before.spreads();
        shown = before.shown();
        sessions = before.sessions();
        cursor = before.cursor();
        clocks = before.clocks();
        adjustments = before.adjustments();
        lots = before.lots();
        recordHash = before.recordHash();
    }

    DisciplineState state() {
        return new DisciplineState(
                stream,
                seq,
                head,
                phase,
                entries,
                stages,
                seats,
                sheets,
                claims,
                spreads,
                shown,
                sessions,
                cursor,
                clocks,
                adjustments,
                lots,
                recordHash);
    }

    void stage(String id, UnaryOperator<StageState> change) {
        stages = stages.plus(id, change.apply(stages.getOrDefault(id, StageState.NEW)));
    }

    void sheet(SheetId id, UnaryOperator<Sheet> change) {
        sheets = sheets.plus(id, change.apply(sheets.getOrDefault(id, Sheet.EMPTY)));
    }

    /** The sheet a recorded slot belongs to; its aspect was known when it was recorded. */
    SheetId sheetOf(Slot slot) {
        String form = scheme().stage(slot.stage())
                .flatMap(stage -> stage.formOf(slot.aspect()))
                .map(Scheme.Form::id)
                .orElse("");
        return new SheetId(slot.stage(), form, slot.subject(), slot.seat());
    }

    Sheet sheetAt(Slot slot) {
        return sheets.getOrDefault(sheetOf(slot), Sheet.EMPTY);
    }

    boolean allClosed() {
        return scheme().stages().stream()
                .allMatch(
                        stage -> stages.getOrDefault(stage.id(), StageState.NEW).isClosed());
    }

    boolean anySealed() {
        return stages.values().stream().anyMatch(StageState::isSealed);
    }

    private Scheme scheme() {
        if (head == null) {
            throw new IllegalStateException("the discipline " + stream + " has no first event");
        }
        return head.scheme();
    }
}
