package org.leitai.rulebook.read;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Tree;

/** Reads how several values become one: {@code combine} and {@code best} of children, {@code pieces}, {@code attempts}. */
final class FoldReader {
    private static final int MAX = 10_000;

    private FoldReader() {}

    /** {@code combine: mean}, {@code best: 3}, or {@code combine: {best: 3}}; {@code combine: best} is the best one. */
    static Fold fold(Fields fields) {
        if (fields.find("combine") instanceof Tree.Mapping mapping) {
            var inside = new Fields(mapping, fields.path("combine"), fields.problems());
            var fold = new Fold(Fold.Way.BEST, inside.whole("best", 1, 1, MAX));
            inside.done();
            return fold;
        }
        var best = fields.whole("best", 1, 1, MAX);
        var way = fields.word("combine", Fold.Way.class, fields.has("best") ? Fold.Way.BEST : Fold.Way.SUM);
        if (fields.has("best") && way != Fold.Way.BEST) {
            fields.error(
                    "combine",
                    "combined-twice",
                    "'best: " + best + "' already adds up the best " + best
                            + " parts; leave out 'combine' (for their mean write then: [{divide: " + best + "}])",
                    "“best: " + best + "”已表示取最好的 " + best + " 项之和；请删去 combine（需要平均时写 then: [{divide: " + best + "}]）");
        }
        return new Fold(way, way == Fold.Way.BEST ? best : 0);
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
