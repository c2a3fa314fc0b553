package org.leitai.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leitai.board.domain.Aliases;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Face;
import org.leitai.board.domain.Scene;
import org.leitai.board.domain.Touched;
import org.leitai.board.domain.Why;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.FormRef;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;

/** A discipline told event by event, and what audiences see of it. */
final class Story {
    static final StreamId CONTEST = new StreamId(id(1, 0));
    static final StreamId DISCIPLINE = new StreamId(id(2, 0));
    private static final ContestTitle TITLE = new ContestTitle("测试竞赛", "Test contest", "2026-11-23", "2026-11-25");

    private final BoardFold fold = new BoardFold(DISCIPLINE, new NobodyListens());
    private final Map<UUID, Face> faces = new HashMap<>();
    private long seq;
    private int marks;

    private Story() {}

    static Story of(String rulebookYaml) {
        var story = new Story();
        story.tell(new DisciplineEvent.DisciplineOpened(CONTEST, "T", "测试赛项", "Test", rulebookYaml, "0"));
        return story;
    }

    static UUID id(int kind, int number) {
        return new UUID(0x7000L + kind, 0x8000000000000000L + number);
    }

    static UUID entry(int number) {
        return id(3, number);
    }

    static UUID seat(int number) {
        return id(4, number);
    }

    Story tell(DisciplineEvent event) {
        seq++;
        fold.apply(new Recorded<>(seq, seq * 1_000, Act.by(Act.NOBODY, Act.NOBODY, id(9, (int) seq)), event));
        return this;
    }

    /** Entries 1 to {@code count}, named 试样1…, in that division. */
    Story entries(String division, int count) {
        for (int i = 1; i <= count; i++) {
            tell(new DisciplineEvent.EntryAdmitted(entry(i), division, "任城区", id(5, i), List.of(id(6, i))));
            faces.put(entry(i), new Face(List.of("试样" + i), "", "试验单位" + i, "单位" + i, "任城区"));
        }
        return this;
    }

    Story numbers(String stage, Map<String, Integer> entryOfNumber) {
        return tell(new DisciplineEvent.NumbersAssigned(stage, links(entryOfNumber)));
    }

    static List<Link> links(Map<String, Integer> entryOfNumber) {
        return entryOfNumber.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(link -> new Link(link.getKey(), entry(link.getValue())))
                .toList();
    }

    Story seats(int count, Role role, FormRef... forms) {
        for (int i = 1; i <= count; i++) {
            tell(new DisciplineEvent.SeatAdded(seat(i), Integer.toString(i), role, List.of(forms)));
        }
        return this;
    }

    Story open(String stage) {
        return tell(new DisciplineEvent.StageOpened(stage));
    }

    Story mark(String stage, String subject, int seat, String aspect, String value) {
        marks++;
        var slot = Slot.of(stage, subject, aspect, seat(seat));
        return tell(new DisciplineEvent.MarkRecorded(id(7, marks), slot, value, null, Act.NOBODY));
    }

    Story sign(String stage, String form, String subject, int seat) {
        return tell(new DisciplineEvent.SheetSigned(new SheetId(stage, form, subject, seat(seat)), List.of()));
    }

    Board board(Audience audience) {
        return Board.of(scene(), audience, aliases(audience));
    }

    Scene scene() {
        return fold.scene(TITLE, faces).orElseThrow();
    }

    /** What boards must look at again since the last call. */
    Touched touched() {
        return fold.takeTouched();
    }

    /** The row of an entry, by the name that the audience reads. */
    Optional<Doc.Obj> row(Audience audience, String name) {
        return board(audience).content().rows().values().stream()
                .filter(row -> name.equals(row.textOrNull("name")))
                .findFirst();
    }

    /** Why the row of an entry has what it shows. */
    Optional<Doc.Obj> why(Audience audience, String name) {
        String row = row(audience, name).orElseThrow().text("id");
        return Why.of(fold.scene(TITLE, faces).orElseThrow(), audience, aliases(audience), row);
    }

    static Aliases aliases(Audience audience) {
        return (layer, entry) -> audience.code() + Math.floorMod(entry.hashCode() * 31 + layer.hashCode(), 9973);
    }

    Doc.Obj now(Audience audience) {
        return part(audience, "now");
    }

    Doc.Obj head(Audience audience) {
        return part(audience, "head");
    }

    private Doc.Obj part(Audience audience, String name) {
        return Doc.obj()
                .put(name, board(audience).content().whole().get(name))
                .build()
                .obj(name);
    }
}
