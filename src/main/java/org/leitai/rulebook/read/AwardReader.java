package org.leitai.rulebook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Award.Of;
import org.leitai.rulebook.Honour;
import org.leitai.rulebook.ShareRounding;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Tree.Mapping;

/** Reads {@code awards:} and {@code honours:}. */
final class AwardReader {
    private static final int MAX_PLACES = 1_000_000;

    private AwardReader() {}

    /** A plain list of awards, or tables by size of field or division: {@code - {fewest: 6, divisions: […], awards: […]}}. */
    static List<Award.Table> tables(Fields root) {
        var tabled = root.items("awards").stream()
                .anyMatch(item -> item.value() instanceof Mapping mapping && mapping.get("awards") != null);
        if (!tabled) {
            var awards = awards(root);
            return awards.isEmpty() ? List.of() : List.of(new Award.Table(null, Set.of(), awards));
        }
        return root.each("awards", fields -> {
            var table = new Award.Table(
                    fields.whole("fewest", 0, 0, MAX_PLACES), Set.copyOf(fields.texts("divisions")), awards(fields));
            fields.done();
            return table;
        });
    }

    private static List<Award> awards(Fields parent) {
        return parent.each("awards", AwardReader::award).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Award> award(Fields fields) {
        var medals = fields.childOrNull("medals");
        if (medals != null) {
            fields.done();
            return Optional.of(medals(medals));
        }
        var id = fields.id("id");
        var title = fields.title("title", id);
        var award = one(fields, id, title);
        if (award.isEmpty()) {
            fields.error(
                    "id",
                    "bad-award",
                    "an award needs count, share, top, at-least or medals",
                    "奖项需要 count、share、top、at-least 或 medals");
        }
        fields.done();
        return award;
    }

    private static Optional<Award> one(Fields fields, String id, Text title) {
        var round = fields.word("rounding", ShareRounding.class, ShareRounding.FLOOR);
        var minimum = fields.whole("minimum", 0, 0, MAX_PLACES);
        var of = fields.word("of", Of.class, Of.TOTAL);
        Limits.oneOf(fields, "count", "share", "top", "at-least");
        if (fields.has("count")) {
            return Optional.of(new Award.Places(id, title, fields.whole("count", 1, 0, MAX_PLACES)));
        }
        if (fields.has("share")) {
            return Optional.of(new Award.Share(id, title, Limits.share(fields, "share"), round, minimum));
        }
        if (fields.has("top")) {
            return Optional.of(new Award.Top(id, title, Limits.share(fields, "top"), round));
        }
        if (fields.has("at-least")) {
            return Optional.of(new Award.AtLeast(id, title, fields.number("at-least"), of));
        }
        return Optional.empty();
    }

    private static Award medals(Fields fields) {
        var colours = new ArrayList<Award.Medal>(fields.each("colours", colour -> {
            var id = colour.id("id");
            var medal = new Award.Medal(id, colour.title("title", id));
            colour.done();
            return medal;
        }));
        if (!fields.has("colours")) {
            colours.add(new Award.Medal("gold", new Text("金牌", "Gold")));
            colours.add(new Award.Medal("silver", new Text("银牌", "Silver")));
            colours.add(new Award.Medal("bronze", new Text("铜牌", "Bronze")));
        }
        if (colours.size() != 3) {
            fields.error("colours", "bad-colours", "a medal window knows three colours", "奖牌窗口只有三种颜色");
        }
        var medals = new Award.Medals(
                List.copyOf(colours),
                Limits.notNegative(fields, "window", Ratio.ZERO),
                fields.word("of", Of.class, Of.SCALED));
        fields.done();
        return medals;
    }

    static List<Honour> honours(Fields root) {
        return root.each("honours", fields -> {
            var id = fields.id("id");
            var from = fields.has("from") ? Integer.valueOf(fields.whole("from", 1, 1, MAX_PLACES)) : null;
            var to = fields.has("to") ? Integer.valueOf(fields.whole("to", 1, 1, MAX_PLACES)) : null;
            var honour = new Honour(
                    id,
                    fields.title("title", id),
                    from == null && to != null ? Integer.valueOf(1) : from,
                    to == null ? from : to,
                    Set.copyOf(fields.texts("awards")),
                    Set.copyOf(fields.texts("divisions")));
            if (from != null && to != null && from > to) {
                Limits.inOrder(fields, "from", Ratio.of(from), "to", Ratio.of(to));
            }
            if (honour.from() == null && honour.awards().isEmpty()) {
                fields.error(
                        "id", "missing-field", "an honour needs from/to ranks or awards", "荣誉需要名次 from/to 或 awards");
            }
            fields.done();
            return honour;
        });
    }
}
