package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Board;
import org.leitai.board.domain.BoardRow;
import org.leitai.board.domain.Content;
import org.leitai.board.domain.Grid;
import org.leitai.board.domain.RunningBoard;
import org.leitai.board.domain.Scene;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.SessionsPlanned;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.judging.domain.Session;
import org.leitai.judging.domain.SheetId;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;

/** A board that is kept from event to event is, after any of them, the board made from nothing; and so is what viewers put together. */
class RunningBoardTest {
    private static final int ENTRIES = 130;
    private static final List<String> PUBLICITY = List.of("none", "progress", "after-signoff", "at-once", "held");
    private static final List<String> TIES =
            List.of("[]", "[more-decimals]", "[{of: speech/manner}, {of: speech/words, order: ascending}]");

    static String rules(String publicity, String identity, String ties) {
        return """
            rulebook: small-speech
            version: "1"
            title: {zh: 演讲, en: Speech}
            kind: speech
            identity: %s
            publicity: %s
            total: {round: 0}
            ranking: {ties: %s}
            stages:
              - id: speech
                title: {zh: 演讲, en: Speech}
                max: 20
                forms:
                  - id: sheet
                    title: {zh: 评分表, en: Sheet}
                    panel: {seats: 2}
                    aspects:
                      - {id: words, title: {zh: 内容, en: Words}, kind: points, max: 10, decimals: 1}
                      - {id: manner, title: {zh: 台风, en: Manner}, kind: points, max: 10, decimals: 1}
            """.formatted(identity, publicity, ties);
    }

    @Property(tries = 25)
    void a_running_board_is_the_board_from_nothing_after_every_event(@ForAll long seed) {
        var random = new Random(seed);
        String identity = random.nextInt(4) == 0 ? "number" : "open";
        Story story = Story.of(rules(pick(random, PUBLICITY), identity, pick(random, TIES)));
        var kept = new Kept(story);
        kept.look();
        story.entries("", ENTRIES);
        var numbers = new LinkedHashMap<String, Integer>();
        for (int i = 1; i <= ENTRIES; i++) {
            numbers.put("%03d".formatted(i), i);
        }
        story.numbers("speech", numbers).seats(2, Role.JUDGE);
        kept.look();
        story.open("speech");
        for (int step = 0; step < 60; step++) {
            happen(story, random);
            if (random.nextBoolean()) {
                kept.look();
            }
        }
        story.tell(new StageClosed("speech"));
        kept.look();
        story.tell(new ResultsLocked());
        kept.look();
        story.tell(new ResultsAnnounced());
        kept.look();
    }

    private static void happen(Story story, Random random) {
        // Few of many, so that sheets fill up; all over the table, so that rows come into the window and leave it.
        String subject = "%03d".formatted(1 + random.nextInt(8) * 16);
        int seat = 1 + random.nextInt(2);
        var sheet = new SheetId("speech", "sheet", subject, Story.seat(seat));
        switch (random.nextInt(15)) {
            case 0 -> story.tell(new CursorMoved("speech", subject));
            case 1 -> story.tell(new ClockSet("speech", subject, random.nextBoolean(), 10, 0));
            case 2 ->
                story.tell(new EntryStatusSet(
                        Story.entry(Integer.parseInt(subject)),
                        pick(random, List.of(EntryStatus.values())),
                        Story.id(12, 2)));
            case 3, 4 -> story.sign("speech", "sheet", subject, seat);
            case 5 -> story.tell(new SheetReturned(sheet, Story.id(12, 1)));
            case 6 -> story.tell(new StageClosed("speech"));
            case 7 -> story.open("speech");
            case 8 -> story.tell(new SessionsPlanned(List.of(new Session("speech", random.nextInt(10), 10))));
            default -> {
                story.mark("speech", subject, seat, "words", random.nextInt(10) + "." + random.nextInt(10));
                story.mark("speech", subject, seat, "manner", random.nextInt(10) + "." + random.nextInt(10));
            }
        }
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Running boards of both audiences, with what a viewer makes of their steps. */
    private static final class Kept {
        private final Story story;
        private final Map<Audience, RunningBoard> boards = new EnumMap<>(Audience.class);
        private final Map<Audience, Viewed> views = new EnumMap<>(Audience.class);

        private Kept(Story story) {
            this.story = story;
            for (Audience audience : Audience.values()) {
                boards.put(audience, new RunningBoard(audience, Story.aliases(audience)));
                views.put(audience, new Viewed());
            }
        }

        private void look() {
            lookAtGrid();
            var touched = story.touched();
            boards.forEach((audience, running) -> {
                RunningBoard.Step step = running.advance(story.scene(), touched);
                Viewed viewed = Objects.requireNonNull(views.get(audience));
                step.members().ifPresent(viewed::take);
                Board fromNothing = story.board(audience);
                assertThat(byId(running.rows())).isEqualTo(byId(fromNothing.rows()));
                assertThat(running.rows())
                        .isSortedAccordingTo(
                                Comparator.comparing(BoardRow::division).thenComparing(BoardRow::key));
                assertThat(running.content()).isEqualTo(fromNothing.content());
                assertThat(viewed.content()).isEqualTo(fromNothing.content());
            });
        }

        /** Boards from nothing are made of the grid that is kept, so that one is compared by itself. */
        private void lookAtGrid() {
            Scene scene = story.scene();
            var fromNothing = new Grid();
            fromNothing.rebuild(scene.state());
            assertThat(scene.grid().progress()).isEqualTo(fromNothing.progress());
            assertThat(scene.grid().progress("speech")).isEqualTo(fromNothing.progress("speech"));
            assertThat(scene.grid().cells()).containsExactlyInAnyOrderElementsOf(fromNothing.cells());
            for (String subject : scene.state().subjects("speech")) {
                assertThat(scene.grid().isSigned("speech", subject)).isEqualTo(fromNothing.isSigned("speech", subject));
            }
        }

        private static Map<String, BoardRow> byId(Iterable<BoardRow> rows) {
            var byId = new LinkedHashMap<String, BoardRow>();
            rows.forEach(row -> byId.put(row.id(), row));
            return byId;
        }
    }

    /** What has been put together from the members of frames. */
    private static final class Viewed {
        private final Map<String, Doc> whole = new LinkedHashMap<>();
        private final Map<String, Doc.Obj> rows = new LinkedHashMap<>();
        private final Map<String, Doc.Obj> sheets = new LinkedHashMap<>();

        private void take(Map<String, Doc> members) {
            var frame = new Doc.Obj(members);
            whole.putAll(members);
            List.of("rows", "sheets", "gone").forEach(whole::remove);
            items(frame, "rows").forEach(row -> rows.put(row.text("id"), row));
            items(frame, "sheets").forEach(sheet -> sheets.put(sheet.text("id"), sheet));
            if (frame.get("gone") != null) {
                rows.keySet().removeAll(frame.texts("gone"));
                sheets.keySet().removeAll(frame.texts("gone"));
            }
        }

        private static List<Doc.Obj> items(Doc.Obj frame, String name) {
            return frame.get(name) == null ? List.of() : new ArrayList<>(frame.objects(name));
        }

        private Content content() {
            return new Content(whole, rows, sheets);
        }
    }
}
