package org.leitai.board;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.ContestTitle;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.kernel.Act;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.secret.InstallationKey;

/** What the public may see of a discipline after each of its events, folded from rows of the ledger; without names. */
public final class PublicFold {
    private static final Set<String> NAMES = Set.of("name", "unit", "unitFull", "delegation");

    private final BoardFold fold;
    private final KeyedAliases aliases;
    private final List<Recorded<DisciplineEvent>> events;
    private int applied;

    private PublicFold(StreamId discipline, InstallationKey key, List<Recorded<DisciplineEvent>> events) {
        this.fold = new BoardFold(discipline, new NobodyListens());
        this.aliases = new KeyedAliases(key, discipline, Audience.PUBLIC);
        this.events = events;
    }

    /** Reads the whole discipline. */
    public static PublicFold of(Connection ledger, UUID discipline, Path key) throws Exception {
        return new PublicFold(new StreamId(discipline), InstallationKey.loadOrCreate(key), events(ledger, discipline));
    }

    private static List<Recorded<DisciplineEvent>> events(Connection ledger, UUID discipline) throws SQLException {
        DisciplineEventCodec codec = new DisciplineEventCodec();
        List<Recorded<DisciplineEvent>> events = new ArrayList<>();
        try (PreparedStatement asked = ledger.prepareStatement("""
                select seq, recorded_micros, name, body from ledger_event where stream = ? order by seq""")) {
            asked.setObject(1, discipline);
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    Doc.Obj body = CanonicalJson.readObject(row.getBytes("body"));
                    Act act = Act.by(Act.NOBODY, Act.NOBODY, Act.NOBODY);
                    events.add(new Recorded<>(
                            row.getLong("seq"),
                            row.getLong("recorded_micros"),
                            act,
                            codec.read(row.getString("name"), body)));
                }
            }
        }
        return events;
    }

    public long lastSeq() {
        return events.size();
    }

    /** The rows by id after the first {@code seq} events; to be asked in rising order. */
    public Map<String, String> at(long seq) {
        while (applied < seq) {
            fold.apply(events.get(applied));
            applied++;
        }
        return fold.scene(new ContestTitle("", ""), Map.of())
                .map(scene -> nameless(Board.of(scene, Audience.PUBLIC, aliases)
                        .content()
                        .rows()
                        .values()))
                .orElse(Map.of());
    }

    /** Rows of a frame, or of the fold, without what the ledger does not hold. */
    public static Map<String, String> nameless(Iterable<Doc.Obj> rows) {
        Map<String, String> byId = new LinkedHashMap<>();
        for (Doc.Obj row : rows) {
            Map<String, Doc> members = new LinkedHashMap<>(row.fields());
            members.keySet().removeAll(NAMES);
            byId.put(row.text("id"), Json.buffer(new Doc.Obj(members)).toString());
        }
        return byId;
    }
}
