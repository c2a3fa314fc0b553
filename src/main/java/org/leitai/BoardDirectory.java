package org.leitai;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.board.Directory;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Face;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.registration.EntryFaces;

/**
 * What boards ask of contests and registration. Boards' folds exist before the keepers that answer these questions do; until
 * {@link #serve} the answer is "try again", which folds do.
 */
final class BoardDirectory implements Directory {
    private volatile @Nullable Sources sources;

    private record Sources(ContestReads contests, EntryFaces faces) {}

    /** From now on there are answers. */
    void serve(ContestReads contests, EntryFaces faces) {
        sources = new Sources(contests, faces);
    }

    @Override
    public Future<Map<UUID, Face>> faces(StreamId contest, Collection<UUID> entries) {
        return sources().compose(from -> from.faces().of(contest, entries)).map(found -> {
            Map<UUID, Face> faces = new LinkedHashMap<>();
            found.forEach((entry, face) -> faces.put(
                    entry, new Face(face.names(), face.team(), face.unit(), face.unitShort(), face.delegation())));
            return faces;
        });
    }

    @Override
    public Future<ContestTitle> contest(StreamId contest) {
        return sources().compose(from -> from.contests().contest(contest)).map(BoardDirectory::title);
    }

    @Override
    public Future<Boolean> isPublic(StreamId contest) {
        return sources().compose(from -> from.contests().contest(contest)).map(found -> found.bool("published", false));
    }

    @Override
    public Future<List<PublicContest>> publicContests() {
        return sources()
                .compose(from -> from.contests().contests())
                .map(all -> all.stream()
                        .filter(contest -> contest.bool("published", false))
                        .map(BoardDirectory::publicContest)
                        .toList());
    }

    private Future<Sources> sources() {
        Sources known = sources;
        return known == null
                ? Future.failedFuture(new UnavailableException("the node is starting", 1))
                : Future.succeededFuture(known);
    }

    private static PublicContest publicContest(Doc.Obj contest) {
        List<StreamId> disciplines = contest.objects("disciplines").stream()
                .map(discipline -> new StreamId(discipline.uuid("id")))
                .toList();
        return new PublicContest(new StreamId(contest.uuid("id")), title(contest), disciplines);
    }

    private static ContestTitle title(Doc.Obj contest) {
        Doc.Obj title = contest.obj("title");
        return new ContestTitle(
                title.text("zh"),
                title.text("en", title.text("zh")),
                contest.text("firstDay", ""),
                contest.text("lastDay", ""));
    }
}
