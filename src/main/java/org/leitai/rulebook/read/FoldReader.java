package org.leitai.rulebook.read;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.tree.Fields;

/** Reads how several values become one: {@code combine} and {@code best} of children, {@code pieces}, {@code attempts}. */
final class FoldReader {
    private static final int MAX = 10_000;

    private FoldReader() {}

    static Fold fold(Fields fields) {
        if (fields.has("best")) {
            return new Fold(Fold.Way.BEST, fields.whole("best", 1, 1, MAX));
        }
        return new Fold(fields.word("combine", Fold.Way.class, Fold.Way.SUM), 0);
    }

    static @Nullable Repeat repeat(Fields parent, String key) {
        var fields = parent.childOrNull(key);
        if (fields == null) {
            return null;
        }
        var count = fields.has("count") ? Integer.valueOf(fields.whole("count", 1, 1, MAX)) : null;
        var best = fields.has("best") ? Integer.valueOf(fields.whole("best", 1, 1, MAX)) : null;
        var otherwise = key.equals("attempts") ? Repeat.Take.BEST : Repeat.Take.SUM;
        var repeat = new Repeat(count, fields.word("take", Repeat.Take.class, otherwise), best);
        fields.done();
        return repeat;
    }
}
