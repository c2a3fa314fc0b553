package org.leitai.contest;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.http.Problem;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Streams;

/** Contests as other rooms and clients see them. Safe on any thread. */
public final class ContestReads {
    private static final Doc.Obj NOTHING = Doc.obj().build();

    private final Gateway gateway;
    private final Streams streams;
    /** Which contest a discipline belongs to never changes; an installation has some thousand disciplines at most. */
    private final Map<StreamId, StreamId> homes = new ConcurrentHashMap<>();

    public ContestReads(Gateway gateway, Streams streams) {
        this.gateway = gateway;
        this.streams = streams;
    }

    /**
     * A discipline and where it belongs.
     *
     * @param contest as {@link #contest} gives it
     * @param discipline its part of the contest
     */
    public record Home(Doc.Obj contest, Doc.Obj discipline) {
        public StreamId contestId() {
            return new StreamId(contest.uuid("id"));
        }

        public StreamId roll() {
            return new StreamId(contest.uuid("roll"));
        }

        public StreamId id() {
            return new StreamId(discipline.uuid("id"));
        }
    }

    /**
     * The contest: {@code id, title, level, firstDay, lastDay, office, venue, roll, published, registrationOpen, disciplines}; fails
     * with a 404 when there is none.
     */
    public Future<Doc.Obj> contest(StreamId contest) {
        return gateway.ask(StreamKind.CONTEST, contest, ContestView.NAME, NOTHING)
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnknownStreamException ? Problem.notFound("contest " + contest) : failure))
                .map(found -> {
                    if (found.get("id") == null) {
                        throw Problem.notFound("contest " + contest);
                    }
                    return found;
                });
    }

    /** Every contest of the installation, the newest first. */
    public Future<List<Doc.Obj>> contests() {
        return streams.ofKind(StreamKind.CONTEST, null)
                .compose(heads -> Future.all(heads.reversed().stream()
                        .map(Head::stream)
                        .map(this::contest)
                        .toList()))
                .map(all -> all.<Doc.Obj>list());
    }

    /** The discipline; fails with a 404 when there is none. */
    public Future<Home> discipline(StreamId discipline) {
        StreamId known = homes.get(discipline);
        Future<StreamId> home = known != null
                ? Future.succeededFuture(known)
                : streams.parent(discipline).map(parent -> {
                    if (parent == null) {
                        throw Problem.notFound("discipline " + discipline);
                    }
                    return parent;
                });
        return home.compose(this::contest).map(contest -> home(contest, discipline));
    }

    /** The discipline as that contest lists it; fails with a 404 when it does not. */
    public Future<Home> discipline(StreamId contest, StreamId discipline) {
        return contest(contest).map(found -> home(found, discipline));
    }

    private Home home(Doc.Obj contest, StreamId discipline) {
        for (Doc.Obj candidate : contest.objects("disciplines")) {
            if (candidate.uuid("id").equals(discipline.value())) {
                homes.put(discipline, new StreamId(contest.uuid("id")));
                return new Home(contest, candidate);
            }
        }
        throw Problem.notFound("discipline " + discipline);
    }
}
