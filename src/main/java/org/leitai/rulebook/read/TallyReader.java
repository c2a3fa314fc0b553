package org.leitai.rulebook.read;

import java.util.List;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.aspect.TallyItem;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

/** Reads {@code deductions} (amounts without sign, taken off an allotment) and {@code running} points (signed). */
final class TallyReader {
    private TallyReader() {}

    static Aspect deductions(Fields fields) {
        var head = AspectReader.head(fields, null, false);
        var items = fields.each("items", TallyReader::deduction);
        requireItems(fields, items);
        var floor = fields.textOrNull("floor") instanceof String word && word.equals("none")
                ? null
                : fields.number("floor", Ratio.ZERO.min(head.max()));
        return new Tally(
                head,
                "deductions",
                fields.number("base", head.max()),
                items,
                head.max().signum() == 0 && !fields.has("floor") ? null : floor,
                null);
    }

    private static void requireItems(Fields fields, List<TallyItem> items) {
        if (items.isEmpty()) {
            fields.error("items", "missing-field", "'items' is required here", "此处缺少必填字段 'items'");
        }
    }

    private static TallyItem deduction(Fields fields) {
        var id = fields.id("id");
        var title = fields.title("title", id);
        var per = fields.numberOrNull("per");
        var direct = fields.has("from") || fields.has("to");
        var forfeit = fields.flag("forfeit", false);
        var forfeitOver = fields.numberOrNull("forfeit-over");
        fields.textOrNull("unit");
        var each = direct ? Ratio.ONE : fields.number("each", Ratio.ZERO);
        if (!direct && !forfeit && forfeitOver == null && !fields.has("each")) {
            fields.error(
                    "each",
                    "missing-field",
                    "say what one occurrence costs: each: 2, or from/to, or forfeit: true",
                    "请说明一次扣多少：each: 2，或 from/to，或 forfeit: true");
        }
        var amounts = direct
                ? new NumberRange(Limits.notNegative(fields, "from", Ratio.ZERO), fields.number("to"), null, null)
                : amounts(fields, per != null || forfeitOver != null);
        if (direct) {
            Limits.inOrder(fields, "from", amounts.min(), "to", amounts.max());
        }
        var item = new TallyItem(
                id, title, each.negate(), per, direct, fields.numberOrNull("cap"), forfeit, forfeitOver, amounts);
        fields.done();
        return item;
    }

    static Aspect running(Fields fields) {
        var items = fields.each("items", TallyReader::action);
        requireItems(fields, items);
        var base = fields.number("base", Ratio.ZERO);
        Limits.inOrder(fields, "floor", fields.numberOrNull("floor"), "ceiling", fields.numberOrNull("ceiling"));
        return new Tally(
                AspectReader.head(fields, Ratio.ZERO, false),
                "running",
                base,
                items,
                fields.numberOrNull("floor"),
                fields.numberOrNull("ceiling"));
    }

    private static TallyItem action(Fields fields) {
        var id = fields.id("id");
        var item = new TallyItem(
                id,
                fields.title("title", id),
                fields.number("points"),
                null,
                false,
                fields.numberOrNull("cap"),
                false,
                null,
                amounts(fields, false));
        fields.done();
        return item;
    }

    private static NumberRange amounts(Fields fields, boolean measured) {
        var most = fields.has("most") ? fields.number("most") : null;
        return measured
                ? new NumberRange(Ratio.ZERO, most, null, null)
                : new NumberRange(Ratio.ZERO, most == null ? Ratio.of(100_000) : most, Ratio.ONE, 0);
    }
}
