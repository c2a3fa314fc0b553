package org.leitai.scoring.fold;

import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was folded up to a point, the newest event first; forks share what they have in common. The state itself is kept every so
 * many events, so that an earlier one is a few folds away, however long ago it was.
 */
public final class Past {
    /** A kept state holds what its marks replaced since the one before; each further fold costs a microsecond when it is asked for. */
    private static final int KEPT_EVERY = 64;

    private final long seq;
    private final @Nullable ScoringEvent event;
    private final @Nullable ScoreState kept;
    private final @Nullable Past before;

    private Past(long seq, @Nullable ScoringEvent event, @Nullable ScoreState kept, @Nullable Past before) {
        this.seq = seq;
        this.event = event;
        this.kept = kept;
        this.before = before;
    }

    /** Before the first event. */
    public static Past none() {
        return new Past(0, null, ScoreState.empty(), null);
    }

    /** One event later. */
    public Past then(ScoringEvent next, ScoreState after) {
        return new Past(seq + 1, next, (seq + 1) % KEPT_EVERY == 0 ? after : null, this);
    }

    /** How many events were folded. */
    public long seq() {
        return seq;
    }

    /**
     * After the first so many events.
     *
     * @throws IndexOutOfBoundsException if there were fewer, or for a negative number
     */
    public Past at(long earlier) {
        if (earlier < 0 || earlier > seq) {
            throw new IndexOutOfBoundsException(earlier + " of " + seq + " events");
        }
        var past = this;
        while (past.seq > earlier) {
            past = Objects.requireNonNull(past.before, "only the beginning has nothing before it");
        }
        return past;
    }

    /** What these events folded to. */
    public ScoreState state(Folder folder) {
        var further = new ArrayDeque<ScoringEvent>();
        var past = this;
        while (past.kept == null) {
            further.push(Objects.requireNonNull(past.event, "what is no beginning has an event"));
            past = Objects.requireNonNull(past.before, "the beginning is kept");
        }
        var state = past.kept;
        for (var next : further) {
            state = folder.fold(state, next).state();
        }
        return state;
    }
}
