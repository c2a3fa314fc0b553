package org.leitai.platform.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ranked boards in Redis, each at an (epoch, seq). A change is applied by one script only if Redis stands exactly where the change
 * begins; else nothing is changed and the writer rebuilds into keys of a new generation that one pointer then names. So a board is
 * never half old and half new, whatever Redis has forgotten or remembered.
 */
public final class RankedBoards {
    /** Changes larger than this are cheaper as a rebuild. */
    public static final int MOST_CHANGES = 2_000;

    private final RedisLink link;
    private final String prefix;
    private final PlaceReader places;
    /** Rebuilds take half of the connections at most, so that who reads finds one. */
    private final Turns turns;

    /**
     * @param prefix begins every key; derived from the ledger's id, so that two installations can share a Redis
     */
    public RankedBoards(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix;
        this.turns = new Turns(Math.max(1, link.connections() / 2));
        this.places = new PlaceReader(link);
    }

    /**
     * Applies a change.
     *
     * @return false when Redis does not stand at (epoch, prev): nothing was changed, rebuild
     */
    public Future<Boolean> apply(
            String board, String epoch, long prev, long seq, Collection<RankedRow> rows, Collection<String> gone) {
        var arguments = new ArrayList<String>(4 + rows.size() * 5 + gone.size());
        arguments.addAll(List.of(epoch, Long.toString(prev), Long.toString(seq), Integer.toString(rows.size())));
        rows.forEach(row -> arguments.addAll(
                List.of(row.id(), row.division(), row.key(), String.join("\t", row.terms()), row.body())));
        arguments.addAll(gone);
        return BoardScripts.APPLY.call(link, head(board), arguments).map(RankedBoards::isOne);
    }

    /**
     * Writes the whole board beside the old one and switches over.
     *
     * @param rows no two of one id; each is read once, in order, when its chunk is written; Redis takes in half a million of them in two thirds of the
     *     time when the best come first
     * @return false when a later owner's board is there, which is left alone, or Redis was emptied meanwhile
     */
    public Future<Boolean> rebuild(String board, String epoch, long seq, List<RankedRow> rows) {
        String generation =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new ShadowWrite(link, turns, base(board) + generation, rows)
                .all()
                .compose(divisions -> BoardScripts.SWITCH.call(
                        link,
                        head(board),
                        List.of(
                                epoch,
                                Long.toString(seq),
                                generation,
                                String.join("\n", divisions),
                                Integer.toString(rows.size()))))
                .map(RankedBoards::isOne);
    }

    /** Has the caller look, on its own context, whether a board still stands where it was left, until closed. */
    public Lookout lookout(Runnable look) {
        return new Lookout(link, look);
    }

    /** Where Redis stands with a board: {@code epoch:seq}, or empty when it has none. */
    public Future<Optional<String>> position(String board) {
        return link.send(
                        Request.cmd(Command.HMGET).arg(head(board)).arg("epoch").arg("seq"))
                .map(answer -> answer == null || answer.get(0) == null || answer.get(1) == null
                        ? Optional.empty()
                        : Optional.of(answer.get(0) + ":" + answer.get(1)));
    }

    /** Rows {@code offset} to {@code offset + limit - 1} of a division; empty when Redis has no such board. */
    public Future<Optional<RankedPage>> page(String board, String division, long offset, int limit) {
        var arguments = List.of(division, Long.toString(offset), Integer.toString(limit));
        return BoardScripts.PAGE.call(link, head(board), arguments).map(RankedBoards::pageOf);
    }

    /** One row with its place; empty when there is none. */
    public Future<Optional<RankedPage.Place>> place(String board, String id) {
        return places.place(head(board), id);
    }

    /** A row and those around it in its division, at most {@code each} on either side; empty when there is no such row. */
    public Future<Optional<RankedPage.Around>> around(String board, String id, int each) {
        return BoardScripts.INDEX.call(link, head(board), List.of(id)).compose(answer -> {
            if (answer == null || answer.size() == 0) {
                return Future.succeededFuture(Optional.empty());
            }
            String division = answer.get(0).toString();
            long index = answer.get(1).toLong();
            long from = Math.max(0, index - each);
            return page(board, division, from, (int) (index - from) + each + 1)
                    .map(page -> page.map(rows -> new RankedPage.Around(division, from, rows)));
        });
    }

    /** Rows that have a term with that beginning, in the order of terms, at most so many. */
    public Future<List<RankedPage.Place>> find(String board, String beginning, int most) {
        return BoardScripts.FIND
                .call(link, head(board), List.of(beginning, Integer.toString(most)))
                .map(answer -> answer == null ? List.of() : places(answer, 0));
    }

    /** How many rows Redis holds of a board, over all divisions; 0 without one. */
    public Future<Long> size(String board) {
        return BoardScripts.SIZE.call(link, head(board), List.of()).map(answer -> answer == null ? 0 : answer.toLong());
    }

    private static Optional<RankedPage> pageOf(@Nullable Response answer) {
        if (answer == null || answer.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(new RankedPage(
                answer.get(0).toString(), answer.get(1).toLong(), answer.get(2).toLong(), places(answer, 3)));
    }

    private static List<RankedPage.Place> places(Response answer, int first) {
        var rows = new ArrayList<RankedPage.Place>();
        for (int i = first; i < answer.size(); i += 4) {
            rows.add(new RankedPage.Place(
                    answer.get(i).toString(),
                    answer.get(i + 1).toLong(),
                    answer.get(i + 2).toLong(),
                    answer.get(i + 3).toString()));
        }
        return rows;
    }

    private static boolean isOne(@Nullable Response answer) {
        return answer != null && answer.toLong() == 1;
    }

    private String head(String board) {
        return base(board) + "head";
    }

    private String base(String board) {
        return "{" + prefix + ":" + board + "}:";
    }
}
