package org.leitai.rulebook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Attendance;
import org.leitai.rulebook.aspect.CountOf;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Head;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.PassFail;
import org.leitai.rulebook.aspect.Points;
import org.leitai.rulebook.aspect.Recorded;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

/** Reads one aspect: what all kinds share here, then its kind. */
final class AspectReader {
    private static final Map<String, Function<Fields, Aspect>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("points", AspectReader::points),
            Map.entry("pass-fail", AspectReader::passFail),
            Map.entry("count", AspectReader::count),
            Map.entry("choice", GradeReader::choice),
            Map.entry("measured", GradeReader::measured),
            Map.entry("bands", GradeReader::bands),
            Map.entry("judgement", AspectReader::judgement),
            Map.entry("deductions", TallyReader::deductions),
            Map.entry("running", TallyReader::running),
            Map.entry("time", TimeReader::time),
            Map.entry("gate", AspectReader::gate),
            Map.entry("recorded", AspectReader::recorded),
            Map.entry("attendance", AspectReader::attendance)));

    private AspectReader() {}

    static Aspect aspect(Fields fields) {
        var kind = fields.textOrNull("kind");
        if (kind == null) {
            return points(fields);
        }
        var reader = KINDS.get(kind);
        if (reader == null) {
            fields.unknownWord("kind", kind, KINDS.keySet());
            return new Points(head(fields, Ratio.ZERO, false), NumberRange.ANY);
        }
        return reader.apply(fields);
    }

    /** What every aspect has; {@code max} is what the field says or, without it, {@code otherwise}. */
    static Head head(Fields fields, @Nullable Ratio otherwise, boolean optional) {
        var id = fields.id("id");
        var max = otherwise == null ? fields.number("max") : fields.number("max", otherwise);
        return new Head(
                id,
                fields.title("title", id),
                max,
                fields.flag("outside", false),
                fields.flag("optional", optional),
                fields.textOrNull("section"),
                StepReader.rounding(fields, "round"),
                fields.source());
    }

    private static Aspect points(Fields fields) {
        var head = head(fields, null, false);
        var min = fields.number("min", Ratio.ZERO);
        Limits.inOrder(fields, "min", min, "max", head.max());
        return new Points(head, range(fields, min, head.max()));
    }

    private static Aspect recorded(Fields fields) {
        var head = head(fields, Ratio.ZERO, false);
        var min = fields.numberOrNull("min");
        Limits.inOrder(fields, "min", min, "max", fields.has("max") ? head.max() : null);
        return new Recorded(head, range(fields, min, fields.has("max") ? head.max() : null));
    }

    /** {@code step} and {@code decimals} round a range. */
    static NumberRange range(Fields fields, @Nullable Ratio min, @Nullable Ratio max) {
        var step = fields.numberOrNull("step");
        if (step != null && step.signum() <= 0) {
            fields.error("step", "out-of-range", "'step' must be above 0", "step 应大于 0");
            step = null;
        }
        var decimals = fields.has("decimals") ? Integer.valueOf(fields.whole("decimals", 2, 0, 12)) : null;
        return new NumberRange(min, max, step, decimals);
    }

    private static Aspect passFail(Fields fields) {
        return new PassFail(head(fields, null, false), fields.number("fail", Ratio.ZERO));
    }

    private static Aspect count(Fields fields) {
        var possible = fields.whole("possible", 0, 1, 100_000);
        if (!fields.has("possible")) {
            fields.error("possible", "missing-field", "'possible' is required here", "此处缺少必填字段 'possible'");
        }
        return new CountOf(head(fields, null, false), Math.max(1, possible));
    }

    private static Aspect judgement(Fields fields) {
        var benchmarks = new ArrayList<Text>();
        for (var item : fields.items("benchmarks")) {
            benchmarks.add(GradeReader.title(item, fields));
        }
        if (!fields.has("benchmarks")) {
            List.of("0", "1", "2", "3").forEach(level -> benchmarks.add(Text.of(level)));
        }
        if (benchmarks.size() < 2 || benchmarks.size() > 10) {
            fields.error(
                    "benchmarks",
                    "bad-benchmarks",
                    "a judgement has 2 to 10 benchmark texts, level 0 first",
                    "等级描述应有 2 到 10 条，从 0 级写起");
            return new Judged(head(fields, null, false), List.of(Text.of("0"), Text.of("1")));
        }
        return new Judged(head(fields, null, false), List.copyOf(benchmarks));
    }

    private static Aspect gate(Fields fields) {
        var scope = fields.word("zeroes", Gate.Scope.class, Gate.Scope.SHEET);
        var items = fields.each("items", item -> {
            var id = item.id("id");
            var title = item.title("title", id);
            item.done();
            return new Gate.Item(id, title);
        });
        if (scope == Gate.Scope.ITEMS && items.isEmpty()) {
            fields.error(
                    "items",
                    "missing-field",
                    "say which aspects it can zero: items: [{id: …}]",
                    "请列出可判零的评分点：items: [{id: …}]");
        }
        return new Gate(head(fields, Ratio.ZERO, true), scope, items);
    }

    private static Aspect attendance(Fields fields) {
        var most = fields.whole("most", 10_000, 1, 1_000_000);
        return new Attendance(
                head(fields, Ratio.ZERO, false),
                fields.number("at-least", Ratio.ONE),
                fields.number("each", Ratio.ZERO),
                fields.number("complete", Ratio.ZERO),
                most);
    }
}
