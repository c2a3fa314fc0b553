package org.leitai.rulebook.read;

import java.util.List;
import java.util.Optional;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Banded;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.Condition;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Tree;

/** Reads the kinds that sort a value into a level: {@code choice}, {@code measured}, {@code bands}. */
final class GradeReader {
    private GradeReader() {}

    static Aspect choice(Fields fields) {
        var max = fields.number("max", Ratio.ZERO);
        var levels = fields.each("levels", level -> level(level, max));
        if (levels.size() < 2) {
            fields.error("levels", "bad-levels", "a choice has at least two levels", "等级至少两档");
        }
        var highest =
                levels.stream().map(GradeReader::highest).reduce(Ratio::max).orElse(max);
        return new Choice(AspectReader.head(fields, highest, false), levels, NumberRange.ANY);
    }

    private static Ratio highest(Choice.Level level) {
        var band = level.band();
        var top = band == null ? null : band.max();
        return top == null ? level.points() : top;
    }

    private static Choice.Level level(Fields fields, Ratio max) {
        var id = fields.id("id");
        var title = fields.title("title", id);
        var banded = fields.has("from") || fields.has("to");
        if (banded) {
            Limits.oneOf(fields, "to", "deduct", "share", "points");
        }
        var band = banded ? AspectReader.range(fields, fields.number("from", Ratio.ZERO), fields.number("to")) : null;
        if (band != null) {
            Limits.inOrder(fields, "from", band.min(), "to", band.max());
        }
        var points = banded ? Ratio.ZERO : worth(fields, max);
        fields.done();
        return new Choice.Level(id, title, points, band);
    }

    /** {@code points: 14}, or {@code deduct: 33.3} percent of the maximum, or {@code share: 80%} of it. */
    private static Ratio worth(Fields fields, Ratio max) {
        Limits.oneOf(fields, "deduct", "share", "points");
        if (fields.has("deduct")) {
            return max.times(Ratio.ONE.minus(fields.number("deduct").dividedBy(Ratio.of(100))));
        }
        if (fields.has("share")) {
            return max.times(fields.number("share"));
        }
        return fields.number("points");
    }

    static Aspect measured(Fields fields) {
        var inputs = inputs(fields);
        var ids = inputs.stream().map(Measured.Input::id).toList();
        var max = fields.number("max", Ratio.ZERO);
        var grades = fields.each("grades", grade -> grade(grade, ids, max)).stream()
                .flatMap(Optional::stream)
                .toList();
        if (grades.isEmpty()) {
            fields.error(
                    "grades",
                    "missing-field",
                    "a measured aspect needs grades: [{when: \"0..1\", points: 16}, …]",
                    "测量评分点需要 grades: [{when: \"0..1\", points: 16}, …]");
        }
        var best =
                grades.stream().map(Measured.Grade::points).reduce(Ratio::max).orElse(Ratio.ZERO);
        return new Measured(AspectReader.head(fields, best, false), inputs, grades);
    }

    private static List<Measured.Input> inputs(Fields fields) {
        if (fields.has("inputs")) {
            return fields.each("inputs", GradeReader::input);
        }
        var unit = Optional.ofNullable(fields.textOrNull("unit")).orElse("");
        var range = gauge(fields);
        return List.of(new Measured.Input("value", new Text("测量值", "value"), unit, range));
    }

    private static Measured.Input input(Fields fields) {
        var id = fields.id("id");
        var unit = Optional.ofNullable(fields.textOrNull("unit")).orElse("");
        var range = gauge(fields);
        var title = fields.title("title", id);
        fields.done();
        return new Measured.Input(id, title, unit, range);
    }

    private static NumberRange gauge(Fields fields) {
        var range = AspectReader.range(fields, fields.numberOrNull("gauge-min"), fields.numberOrNull("gauge-max"));
        Limits.inOrder(fields, "gauge-min", range.min(), "gauge-max", range.max());
        return range;
    }

    private static Optional<Measured.Grade> grade(Fields fields, List<String> inputs, Ratio max) {
        var when = fields.text("when");
        var points = worth(fields, max);
        fields.done();
        var condition = Condition.parse(when, inputs);
        if (condition.isEmpty()) {
            fields.error(
                    "when",
                    "bad-condition",
                    "'" + when + "' is no condition on " + String.join(", ", inputs)
                            + "; write 0..1, >1..2, <=0.5, >3 or <0, none, or depth<=0.5 and length>15..30",
                    "“" + when + "”不是关于 " + String.join("、", inputs)
                            + " 的条件；可写 0..1、>1..2、<=0.5、>3 or <0、none，或 depth<=0.5 and length>15..30");
        }
        return condition.map(parsed -> new Measured.Grade(when, parsed, points));
    }

    static Aspect bands(Fields fields) {
        var head = AspectReader.head(fields, null, false);
        var bands = fields.each("bands", band -> {
            var within = fields(band);
            band.done();
            return new Banded.Band(within.below(), within.above(), worth(band, head.max()));
        });
        var range = gauge(fields);
        fields.textOrNull("unit");
        return new Banded(head, fields.number("target"), bands, range);
    }

    private record Reach(Ratio below, Ratio above) {}

    private static Reach fields(Fields band) {
        band.find("deduct");
        band.find("share");
        band.find("points");
        var both = band.numberOrNull("within");
        Limits.oneOf(band, "within", "below");
        Limits.oneOf(band, "within", "above");
        return both != null
                ? new Reach(both, both)
                : new Reach(band.number("below", Ratio.ZERO), band.number("above", Ratio.ZERO));
    }

    /** A title inside a list: a text or {zh, en}. */
    static Text title(Fields.Item item, Fields parent) {
        return switch (item.value()) {
            case Tree.Scalar scalar -> Text.of(scalar.text());
            case Tree.Mapping mapping -> {
                var both = new Fields(mapping, item.path(), parent.problems());
                var zh = Optional.ofNullable(both.textOrNull("zh"));
                var en = Optional.ofNullable(both.textOrNull("en"));
                both.done();
                yield new Text(zh.or(() -> en).orElse(""), en.or(() -> zh).orElse(""));
            }
            case Tree.Sequence sequence -> {
                parent.problems()
                        .error(sequence.mark(), item.path(), "wrong-type", "a text is expected here", "此处应为文本");
                yield Text.of("");
            }
        };
    }
}
