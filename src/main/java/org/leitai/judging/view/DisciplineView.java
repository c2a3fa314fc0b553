package org.leitai.judging.view;

import java.util.Locale;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Phase;
import org.leitai.judging.domain.Session;
import org.leitai.judging.domain.StageState;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Text;

/** The discipline as a whole. */
final class DisciplineView {
    private DisciplineView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        var head = state.opened();
        Rulebook rulebook = head.scheme().rulebook();
        return Doc.obj()
                .put("id", state.stream().value())
                .put("seq", state.seq())
                .put("contest", head.contest().value())
                .put("code", head.code())
                .put("title", title(head.titleZh(), head.titleEn()))
                .put("state", state.phase().code())
                .put("certainty", certainty(state))
                .put("kind", word(rulebook.kind()))
                .put("identity", word(rulebook.identity()))
                .put("publicity", word(rulebook.publicity()))
                .put("rulebookHash", head.rulebookHash())
                .put("recordHash", state.recordHash().isEmpty() ? null : state.recordHash())
                .put("entries", state.entries().size())
                .put(
                        "divisions",
                        rulebook.divisions().stream()
                                .map(division -> Doc.obj()
                                        .put("id", division.id())
                                        .put("title", title(division.title()))
                                        .build())
                                .toList())
                .put(
                        "stages",
                        rulebook.stages().stream()
                                .map(stage -> stage(state, stage))
                                .toList())
                .put(
                        "sessions",
                        state.sessions().stream().map(DisciplineView::session).toList())
                .build();
    }

    private static Doc.Obj session(Session session) {
        return Doc.obj()
                .put("stage", session.stage())
                .put("beginsMicros", session.beginsMicros())
                .put("endsMicros", session.endsMicros())
                .build();
    }

    private static Doc.Obj stage(DisciplineState state, Stage stage) {
        StageState now = state.stage(stage.id());
        var proposal = now.proposal();
        return Doc.obj()
                .put("id", stage.id())
                .put("title", title(stage.title()))
                .put("state", progress(now))
                .put("identity", word(stage.identity()))
                .put("opened", now.identitiesOpened())
                .put("numbers", now.numbers().size())
                .put("proposedBy", proposal == null ? null : proposal.officer())
                .put("proposedAs", proposal == null ? null : proposal.role().code())
                .put(
                        "forms",
                        stage.forms().stream()
                                .map(form -> Doc.obj()
                                        .put("id", form.id())
                                        .put("title", title(form.title()))
                                        .put("role", form.panel().role())
                                        .put("seats", Doc.texts(form.panel().seats()))
                                        .build())
                                .toList())
                .build();
    }

    static Doc.Obj rulebook(DisciplineState state, Doc.Obj question) {
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put("canonical", state.scheme().rulebook().canonical())
                .build();
    }

    /** How far the opening of a sealed stage has come. */
    static Doc.Obj opening(DisciplineState state, Doc.Obj question) {
        StageState stage = state.stage(question.text("stage"));
        var proposal = stage.proposal();
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put("state", state.phase().code())
                .put("sealed", stage.isSealed())
                .put("commitment", stage.commitment())
                .put("proposedBy", proposal == null ? null : proposal.officer())
                .put("proposedAs", proposal == null ? null : proposal.role().code())
                .build();
    }

    /** The word every board and page carries. */
    static String certainty(DisciplineState state) {
        Phase phase = state.phase();
        return switch (phase) {
            case ANNOUNCED -> "announced";
            case ISSUED, LOCKED, OPENED -> "signed";
            case CLOSED ->
                state.scheme().stages().stream()
                                .allMatch(stage -> state.unsigned(stage).isEmpty())
                        ? "signed"
                        : "complete";
            case PREPARING, RUNNING -> "provisional";
        };
    }

    static String progress(StageState stage) {
        return switch (stage.progress()) {
            case PENDING -> "waiting";
            case OPEN -> "open";
            case CLOSED -> "closed";
        };
    }

    static Doc.Obj title(Text text) {
        return title(text.zh(), text.en());
    }

    static Doc.Obj title(String zh, String en) {
        return Doc.obj().put("zh", zh).put("en", en).build();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
