package org.leitai.board.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.kernel.doc.Doc;

/**
 * One audience's board: all its rows for pages, and what its frames hold.
 *
 * @param rows every row the audience may see
 * @param content the window of rows, head, card and (for staff) sheets
 */
public record Board(List<BoardRow> rows, Content content) {
    /** Rows a division that frames carry. */
    public static final int WINDOW = 100;

    /** The layer of aliases that rows carry. */
    public static final String ROW_LAYER = "row";

    public Board {
        rows = List.copyOf(rows);
    }

    public static Board of(Scene scene, Audience audience, Aliases aliases) {
        var disclosure = new Disclosure(scene, audience);
        List<BoardRow> rows = new Rows(scene, disclosure, aliases).all();
        Map<String, Doc.Obj> window = BoardRow.window(rows, WINDOW, Map.of());
        Map<String, Doc.Obj> sheets = audience == Audience.STAFF ? sheets(scene, disclosure) : Map.of();
        return new Board(
                rows,
                new Content(
                        whole(new HeadPart().of(scene, disclosure), scene, disclosure, aliases, window),
                        window,
                        sheets));
    }

    /** The parts that frames carry whole: head, stages, divisions and the card. */
    static Map<String, Doc> whole(
            Map<String, Doc> head, Scene scene, Disclosure disclosure, Aliases aliases, Map<String, Doc.Obj> window) {
        var whole = new LinkedHashMap<>(head);
        whole.put(
                "now",
                new NowCard(scene, disclosure)
                        .card(entry -> Optional.ofNullable(window.get(aliases.of(ROW_LAYER, entry)))));
        return whole;
    }

    /** The staff's grid: by number, with a name only where numbers may be joined. */
    static Map<String, Doc.Obj> sheets(Scene scene, Disclosure disclosure) {
        var sheets = new LinkedHashMap<String, Doc.Obj>();
        for (Grid.Cell cell : scene.grid().cells()) {
            sheets.put(sheetId(cell), sheet(scene, disclosure, cell));
        }
        return sheets;
    }

    static String sheetId(Grid.Cell cell) {
        return cell.id().stage() + "/" + cell.id().form() + "/" + cell.id().subject() + "/" + cell.seat();
    }

    static Doc.Obj sheet(Scene scene, Disclosure disclosure, Grid.Cell cell) {
        Doc.Builder sheet = Doc.obj()
                .put("id", sheetId(cell))
                .put("stage", cell.id().stage())
                .put("form", cell.id().form())
                .put("subject", cell.id().subject())
                .put("seat", cell.seat())
                .put("state", cell.state().code());
        name(scene, disclosure, cell).ifPresent(name -> sheet.put("name", name));
        return sheet.build();
    }

    private static Optional<String> name(Scene scene, Disclosure disclosure, Grid.Cell cell) {
        String stage = cell.id().stage();
        return scene.rulebook()
                .stage(stage)
                .filter(disclosure::joins)
                .flatMap(ignored -> scene.state().entry(stage, cell.id().subject()))
                .map(DisciplineState.Entry::id)
                .map((UUID entry) -> scene.face(entry).name());
    }
}
