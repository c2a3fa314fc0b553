package org.leitai.contest;

import java.util.List;
import java.util.Map;
import org.leitai.contest.domain.ContestState;
import org.leitai.contest.domain.ContestState.About;
import org.leitai.contest.domain.ContestState.Discipline;
import org.leitai.contest.domain.ContestState.Wall;
import org.leitai.contest.domain.Division;
import org.leitai.contest.domain.Title;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;

/** View {@code contest}: the whole contest as clients see it; an empty object when it was never created. */
final class ContestView implements KeeperKind.View<ContestState> {
    static final String NAME = "contest";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Doc.Obj answer(ContestState state, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
        About about = state.about();
        if (about == null) {
            return Doc.obj().build();
        }
        return Doc.obj()
                .put("id", state.id().value())
                .put("title", title(about.title()))
                .put("level", about.level().code())
                .put("firstDay", about.firstDay().toString())
                .put("lastDay", about.lastDay().toString())
                .put("office", about.office())
                .put("venue", about.venue())
                .put("roll", about.roll().value())
                .put("published", state.published())
                .put("registrationOpen", state.registrationOpen())
                .put(
                        "disciplines",
                        state.disciplines().stream()
                                .map(ContestView::discipline)
                                .toList())
                .put(
                        "walls",
                        state.walls().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(wall -> wall(wall.getKey(), wall.getValue()))
                                .toList())
                .build();
    }

    private static Doc.Obj discipline(Discipline discipline) {
        return Doc.obj()
                .put("id", discipline.id().value())
                .put("code", discipline.code())
                .put("title", title(discipline.title()))
                .put("rulebookHash", discipline.rulebookHash())
                .put(
                        "divisions",
                        discipline.divisions().stream()
                                .map(ContestView::division)
                                .toList())
                .build();
    }

    private static Doc.Obj wall(int number, Wall wall) {
        StreamId discipline = wall.discipline();
        return Doc.obj()
                .put("number", number)
                .put("name", wall.name())
                .put("discipline", discipline == null ? null : discipline.value())
                .build();
    }

    private static Doc.Obj division(Division division) {
        return Doc.obj()
                .put("id", division.id())
                .put("title", title(division.title()))
                .build();
    }

    private static Doc title(Title title) {
        return Doc.obj().put("zh", title.zh()).put("en", title.en()).build();
    }
}
