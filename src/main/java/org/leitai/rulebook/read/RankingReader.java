package org.leitai.rulebook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Ranking;
import org.leitai.rulebook.Ranking.By;
import org.leitai.rulebook.Ranking.Incomplete;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Round;
import org.leitai.rulebook.ShareRounding;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Place;
import org.leitai.rulebook.tree.Problems;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Scalar;
import org.leitai.rulebook.tree.Tree.Sequence;

/** Reads {@code ranking:}, {@code rounds:} and {@code cuts:}. */
final class RankingReader {
    private static final int MAX_PLACES = 1_000_000;

    private RankingReader() {}

    /** Direction words. */
    private enum Order {
        ASCENDING,
        DESCENDING
    }

    static Ranking ranking(Fields root, boolean standardised) {
        var fields = root.childOrNull("ranking");
        if (fields == null) {
            return new Ranking(false, By.TOTAL, List.of(), true, Incomplete.RANKED, 0);
        }
        var shared = fields.flag("shared", true);
        var ranking = new Ranking(
                ascending(fields, Order.DESCENDING),
                fields.word("by", By.class, By.TOTAL),
                shared ? ties(fields) : endingInLots(ties(fields)),
                shared,
                fields.word("incomplete", Incomplete.class, Incomplete.RANKED),
                fields.whole("fewest", 0, 0, MAX_PLACES));
        if (!standardised && ranking.by() == By.SCALED) {
            nothingScaled(Place.of(fields).key("by"));
        }
        if (!standardised && ranking.ties().contains(new Tie.Scaled())) {
            nothingScaled(Place.of(fields).key("ties").named("scaled"));
        }
        fields.done();
        return ranking;
    }

    private static void nothingScaled(Place at) {
        at.error("nothing-scaled", "nothing is standardised in this rulebook", "本规则没有标准化分数");
    }

    static boolean ascending(Fields fields, boolean otherwise) {
        return ascending(fields, otherwise ? Order.ASCENDING : Order.DESCENDING);
    }

    private static boolean ascending(Fields fields, Order otherwise) {
        return fields.word("order", Order.class, otherwise) == Order.ASCENDING;
    }

    /** Places that are never shared need somebody to draw: what nothing else separates is decided by recorded lots. */
    private static List<Tie> endingInLots(List<Tie> ties) {
        var lots = new Tie.Decided();
        return ties.contains(lots)
                ? ties
                : Stream.concat(ties.stream(), Stream.of(lots)).toList();
    }

    private static List<Tie> ties(Fields fields) {
        var ties = new ArrayList<Tie>();
        for (var item : fields.items("ties")) {
            tie(item, fields.problems()).ifPresent(ties::add);
        }
        return List.copyOf(ties);
    }

    private static Optional<Tie> tie(Fields.Item item, Problems problems) {
        return switch (item.value()) {
            case Scalar scalar when scalar.text().equals("more-decimals") -> Optional.of(new Tie.MoreDecimals());
            case Scalar scalar when scalar.text().equals("decided") -> Optional.of(new Tie.Decided());
            case Scalar scalar when scalar.text().equals("scaled") -> Optional.of(new Tie.Scaled());
            case Scalar scalar -> Optional.of(new Tie.Of(Reference.of(scalar.text()), 0, null, false));
            case Mapping mapping -> {
                var fields = new Fields(mapping, item.path(), problems);
                var tie = new Tie.Of(
                        Reference.of(fields.text("of")),
                        fields.whole("nth", 0, 1, MAX_PLACES),
                        fields.textOrNull("seat"),
                        ascending(fields, Order.DESCENDING));
                if (tie.nth() > 0 && tie.seat() != null) {
                    fields.error(
                            "seat",
                            "combined-twice",
                            "'nth' and 'seat' stand side by side; write one of them",
                            "nth 与 seat 不能同时使用");
                }
                fields.done();
                yield Optional.of(tie);
            }
            case Sequence sequence -> {
                problems.error(
                        sequence.mark(),
                        item.path(),
                        "wrong-type",
                        "a tie-break is more-decimals, scaled, decided, or {of: stage/aspect, order: ascending}",
                        "同分处理可写 more-decimals、scaled、decided 或 {of: 模块/评分点, order: ascending}");
                yield Optional.empty();
            }
        };
    }

    static List<Round> rounds(Fields root) {
        return root.each("rounds", fields -> {
            var id = fields.id("id");
            if (fields.texts("stages").isEmpty()) {
                fields.error(
                        "stages",
                        "missing-field",
                        "say which stages count in this round: stages: [heat]",
                        "请写明本轮计入哪些模块：stages: [预赛]");
            }
            var round = new Round(
                    id, fields.title("title", id), fields.texts("stages"), cut(fields.childOrNull("cut"), id));
            fields.done();
            return round;
        });
    }

    private static @Nullable Cut cut(@Nullable Fields fields, String id) {
        if (fields == null) {
            return null;
        }
        var own = fields.has("id") ? fields.id("id") : id;
        var cut = new Cut(
                own,
                fields.title("title", own),
                fields.has("best") ? Integer.valueOf(fields.whole("best", 1, 1, MAX_PLACES)) : null,
                fields.has("share") ? Limits.share(fields, "share") : null,
                fields.word("rounding", ShareRounding.class, ShareRounding.FLOOR),
                fields.whole("minimum", 0, 0, MAX_PLACES),
                fields.word("ties", Cut.Ties.class, Cut.Ties.GROW),
                fields.numberOrNull("at-least"),
                fields.has("per-delegation") ? Integer.valueOf(fields.whole("per-delegation", 1, 1, MAX_PLACES)) : null,
                fields.whole("reserves", 0, 0, MAX_PLACES));
        if (cut.best() == null && cut.share() == null && cut.threshold() == null && cut.perDelegation() == null) {
            fields.error(
                    "best",
                    "missing-field",
                    "a cut needs best, share, at-least or per-delegation",
                    "晋级线需要 best、share、at-least 或 per-delegation");
        }
        fields.done();
        return cut;
    }

    static List<Cut> cuts(Fields root) {
        return root.each("cuts", fields -> Optional.ofNullable(cut(fields, "cut"))).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
