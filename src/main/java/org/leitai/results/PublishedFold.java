package org.leitai.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leitai.judging.DisciplineKeeper;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.KeeperKind.View;
import org.leitai.platform.http.Json;
import org.leitai.platform.ledger.LedgerEvent;

/** One discipline, folded event by event; at each place on which a published record rests, its table is computed again. */
final class PublishedFold {
    /** Numbers and places; explanations and titles are texts that a later program may word in another way. */
    private static final Set<String> COMPARED =
            Set.of("entry", "division", "status", "rank", "shared", "total", "exact", "scaled", "stages", "complete");

    private final StreamId discipline;
    private final Map<String, Doc.Obj> records;
    private final Map<String, Doc.Obj> computed = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final DisciplineKeeper rules = new DisciplineKeeper(stream -> List.of(), List.of());
    private final View<DisciplineState> table;
    private DisciplineState state;
    private int issued;
    private long rows;

    /**
     * A fold at the discipline's beginning.
     *
     * @param records what is kept for it, by hash
     */
    PublishedFold(StreamId discipline, Map<String, Doc.Obj> records) {
        this.discipline = discipline;
        this.records = records;
        this.state = rules.decider().initial(discipline);
        this.table = rules.views().stream()
                .filter(view -> view.name().equals(Views.RECORD))
                .findFirst()
                .orElseThrow();
    }

    void next(LedgerEvent row) {
        DisciplineEvent event = rules.events()
                .read(row.name(), CanonicalJson.readObject(row.body().getBytes()));
        if (event instanceof DisciplineEvent.ResultsIssued results) {
            compare(results.recordHash());
        }
        state = rules.decider().evolve(state, new Recorded<>(row.seq(), row.recordedMicros(), row.act(), event));
        records.forEach((hash, record) -> {
            if (record.integer("seq") == row.seq()) {
                computed.put(
                        hash, table.answer(state, List.of(), Doc.obj().build()).obj("record"));
            }
        });
    }

    PublishedReport report() {
        return new PublishedReport(issued, rows, differences);
    }

    private void compare(String hash) {
        issued++;
        Doc.Obj record = records.get(hash);
        Doc.Obj again = computed.get(hash);
        if (record == null || again == null) {
            differences.add(
                    "discipline %s: the published record %s is missing or was changed".formatted(discipline, hash));
            return;
        }
        Map<String, Doc.Obj> fold = byEntry(again);
        for (Map.Entry<String, Doc.Obj> row : byEntry(record).entrySet()) {
            rows++;
            Doc.Obj there = fold.remove(row.getKey());
            if (!row.getValue().equals(there)) {
                differences.add("discipline %s, entry %s: published %s, the ledger gives %s"
                        .formatted(
                                discipline,
                                row.getKey(),
                                Json.buffer(row.getValue()),
                                there == null ? "nothing" : Json.buffer(there)));
            }
        }
        fold.keySet()
                .forEach(entry -> differences.add("discipline %s, entry %s: not published, but the ledger gives a row"
                        .formatted(discipline, entry)));
    }

    private static Map<String, Doc.Obj> byEntry(Doc.Obj record) {
        Map<String, Doc.Obj> rows = new LinkedHashMap<>();
        for (Doc.Obj row : record.objects("rows")) {
            Map<String, Doc> kept = new LinkedHashMap<>(row.fields());
            kept.keySet().retainAll(COMPARED);
            rows.put(row.text("entry"), new Doc.Obj(kept));
        }
        return rows;
    }
}
