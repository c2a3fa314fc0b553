package org.leitai.rulebook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Panel.Adjust;
import org.leitai.rulebook.Panel.Combine;
import org.leitai.rulebook.Panel.Missing;
import org.leitai.rulebook.Panel.Recuse;
import org.leitai.rulebook.Panel.Spread;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Tree;

/** Reads {@code panel:}. */
final class PanelReader {
    private static final int MAX_SEATS = 99;

    private PanelReader() {}

    /** Where the combining happens. */
    private enum Per {
        ASPECT,
        SHEET
    }

    /** The panel of a node, or null if it names none. {@code sheetByDefault} is what {@code per} means when left out. */
    static @Nullable Panel panel(Fields parent, boolean sheetByDefault) {
        var fields = parent.childOrNull("panel");
        if (fields == null) {
            return null;
        }
        var seats = seats(fields);
        var combine = fields.word("combine", Combine.class, seats.size() == 1 ? Combine.AGREED : Combine.MEAN);
        var high = fields.whole("drop-high", 0, 0, MAX_SEATS);
        var low = fields.whole("drop-low", 0, 0, MAX_SEATS);
        var missing = fields.word("missing", Missing.class, Missing.REFUSE);
        var whole = missing == Missing.REFUSE && combine != Combine.AGREED;
        var least = fields.whole("min-marks", whole ? seats.size() : high + low + 1, 1, MAX_SEATS);
        var per = fields.word("per", Per.class, sheetByDefault ? Per.SHEET : Per.ASPECT);
        var role = Optional.ofNullable(fields.textOrNull("role")).orElse("judge");
        var panel = new Panel(
                seats,
                role,
                per == Per.ASPECT,
                combine,
                high,
                low,
                least,
                missing,
                spread(fields),
                adjust(fields),
                fields.word("recuse", Recuse.class, Recuse.NONE),
                StepReader.rounding(fields, "round"));
        check(fields, panel);
        fields.done();
        return panel;
    }

    private static void check(Fields fields, Panel panel) {
        if (panel.dropHigh() + panel.dropLow() >= panel.least()) {
            fields.error(
                    fields.has("drop-high") ? "drop-high" : "drop-low",
                    "nothing-left",
                    "dropping " + panel.dropHigh() + " high and " + panel.dropLow() + " low of " + panel.least()
                            + " marks leaves none",
                    panel.least() + " 个分数去掉 " + panel.dropHigh() + " 个最高、" + panel.dropLow() + " 个最低后没有剩余");
        }
        if (panel.least() > panel.size()) {
            fields.error(
                    fields.has("min-marks") ? "min-marks" : fields.has("drop-high") ? "drop-high" : "drop-low",
                    "out-of-range",
                    "more marks required than there are seats",
                    "要求的分数多于席位数");
        }
    }

    private static List<String> seats(Fields fields) {
        if (fields.find("seats") instanceof Tree.Sequence) {
            var labels = fields.texts("seats");
            if (labels.isEmpty() || labels.size() > MAX_SEATS || new HashSet<>(labels).size() < labels.size()) {
                fields.error("seats", "bad-seats", "seats are 1 to 99 different labels", "席位应为 1 到 99 个不同的标签");
            }
            return labels.isEmpty() ? List.of("1") : labels;
        }
        var count = fields.whole("seats", 1, 1, MAX_SEATS);
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static @Nullable Spread spread(Fields parent) {
        var fields = parent.childOrNull("spread");
        if (fields == null) {
            return null;
        }
        var percent = fields.has("share");
        Limits.oneOf(fields, "limit", "share");
        if (!percent && !fields.has("limit")) {
            fields.error("limit", "missing-field", "say how far: limit: 1, or share: 10%", "请写 limit: 1 或 share: 10%");
        }
        var limit = Limits.notNegative(fields, percent ? "share" : "limit", Ratio.ZERO);
        var refuses = fields.flag("refuses", true);
        fields.done();
        return new Spread(limit, percent, refuses);
    }

    private static @Nullable Adjust adjust(Fields parent) {
        var fields = parent.childOrNull("adjust");
        if (fields == null) {
            return null;
        }
        var adjust = new Adjust(Limits.notNegative(fields, "from", Ratio.ZERO), fields.number("to"));
        Limits.inOrder(fields, "from", adjust.least(), "to", adjust.most());
        fields.done();
        return adjust;
    }
}
