package org.leitai.board.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Phase;
import org.leitai.judging.domain.Session;
import org.leitai.judging.domain.StageState;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.Division;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Text;

/**
 * What a board says above its rows: titles, state, certainty, stages with their bars, divisions. Made anew only when something of
 * that is another one, which most marks leave alone.
 */
final class HeadPart {
    private @Nullable Source madeOf;
    private Map<String, Doc> made = Map.of();

    /** All that the parts are made of beside the rulebook, which stays; equal sources make equal parts. */
    private record Source(
            DisciplineState.Head opened,
            ContestTitle contest,
            Phase phase,
            Map<String, StageState> stages,
            List<Session> sessions,
            Map<String, Integer> divisions,
            boolean awards,
            List<Grid.Progress> progress) {
        static Source of(Scene scene, Disclosure disclosure) {
            DisciplineState state = scene.state();
            return new Source(
                    state.opened(),
                    scene.contest(),
                    state.phase(),
                    state.stages(),
                    state.sessions(),
                    scene.roster().divisions(state),
                    disclosure.showsAwards(),
                    disclosure.showsProgress() ? scene.grid().progressOfStages() : List.of());
        }
    }

    Map<String, Doc> of(Scene scene, Disclosure disclosure) {
        Source now = Source.of(scene, disclosure);
        if (!now.equals(madeOf)) {
            madeOf = now;
            made = make(scene, disclosure);
        }
        return made;
    }

    private static Map<String, Doc> make(Scene scene, Disclosure disclosure) {
        var parts = new LinkedHashMap<String, Doc>();
        parts.put("head", head(scene, disclosure));
        parts.put(
                "stages",
                new Doc.Arr(scene.rulebook().stages().stream()
                        .<Doc>map(stage -> stage(scene, disclosure, stage))
                        .toList()));
        parts.put("sessions", sessions(scene));
        parts.put("divisions", divisions(scene));
        return parts;
    }

    /** The certainty word of everything on the board. */
    static String certainty(Phase phase) {
        return switch (phase) {
            case PREPARING, RUNNING -> "provisional";
            case CLOSED, LOCKED, OPENED -> "complete";
            case ISSUED -> "signed";
            case ANNOUNCED -> "announced";
        };
    }

    private static Doc.Obj head(Scene scene, Disclosure disclosure) {
        DisciplineState.Head opened = scene.state().opened();
        Doc.Builder head = Doc.obj()
                .put("contest", titles(scene.contest().zh(), scene.contest().en()))
                .put("discipline", titles(opened.titleZh(), opened.titleEn()))
                .put("code", opened.code())
                .put("kind", kind(scene.rulebook().kind()))
                .put("state", scene.state().phase().code())
                .put("certainty", certainty(scene.state().phase()))
                .put("publicity", code(scene.rulebook().publicity()))
                .put("labels", scene.rulebook().labels())
                .put("decimals", scene.rulebook().decimals())
                .put("identity", code(scene.rulebook().identity()));
        if (!scene.contest().firstDay().isEmpty()) {
            head.put("firstDay", scene.contest().firstDay())
                    .put("lastDay", scene.contest().lastDay());
        }
        if (disclosure.showsAwards()) {
            head.put("awards", awards(scene));
        }
        if (disclosure.showsProgress()) {
            head.put("progress", counts(Doc.obj(), scene.grid().progress()).build());
        }
        return head.build();
    }

    private static List<Doc.Obj> awards(Scene scene) {
        return AwardTitles.of(scene.rulebook()).entrySet().stream()
                .map(award -> Doc.obj()
                        .put("id", award.getKey())
                        .put("title", titles(award.getValue()))
                        .build())
                .toList();
    }

    private static Doc.Obj stage(Scene scene, Disclosure disclosure, Stage stage) {
        Doc.Builder line = Doc.obj()
                .put("id", stage.id())
                .put("title", titles(stage.title()))
                .put("state", scene.state().stage(stage.id()).progress().code());
        return (disclosure.showsProgress() ? counts(line, scene.grid().progress(stage.id())) : line).build();
    }

    /** The plan, which says nothing about any mark: everybody may know it. */
    private static Doc.Arr sessions(Scene scene) {
        return new Doc.Arr(scene.state().sessions().stream()
                .<Doc>map(session -> Doc.obj()
                        .put("stage", session.stage())
                        .put("begins", session.beginsMicros())
                        .put("ends", session.endsMicros())
                        .build())
                .toList());
    }

    private static Doc.Arr divisions(Scene scene) {
        var entries = new TreeMap<>(scene.roster().divisions(scene.state()));
        var known = new LinkedHashMap<String, Text>();
        for (Division division : scene.rulebook().divisions()) {
            known.put(division.id(), division.title());
        }
        entries.keySet().forEach(id -> known.putIfAbsent(id, Text.of(id)));
        List<Doc> lines = known.entrySet().stream()
                .<Doc>map(division -> Doc.obj()
                        .put("id", division.getKey())
                        .put("title", titles(division.getValue()))
                        .put("entries", entries.getOrDefault(division.getKey(), 0))
                        .build())
                .toList();
        return new Doc.Arr(lines);
    }

    private static Doc.Builder counts(Doc.Builder line, Grid.Progress progress) {
        return line.put("signed", progress.signed())
                .put("marked", progress.marked())
                .put("due", progress.due());
    }

    private static String kind(Kind kind) {
        return kind == Kind.TEAM_DRILL ? "drill" : code(kind);
    }

    static Doc.Obj titles(Text text) {
        return titles(text.zh(), text.en());
    }

    private static Doc.Obj titles(String zh, String en) {
        return Doc.obj().put("zh", zh).put("en", en).build();
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
