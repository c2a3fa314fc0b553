package org.leitai.rulebook.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.aspect.Timed.Band;
import org.leitai.rulebook.aspect.Timed.Scale;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Place;

/** Reads {@code time}; times are seconds or clock texts such as {@code "8:00"}. */
final class TimeReader {
    private static final Ratio LONGEST = Ratio.of(1_000_000);

    private TimeReader() {}

    static Aspect time(Fields fields) {
        var limit = seconds(fields, "limit");
        var least = seconds(fields, "least");
        var over = scale(fields, "over", limit, "limit");
        var early = scale(fields, "early", limit, "limit");
        var shortBy = scale(fields, "short", least, "least");
        var head = AspectReader.head(fields, Ratio.ZERO, false);
        var range = AspectReader.range(fields, Ratio.ZERO, LONGEST);
        return new Timed(
                head,
                fields.number("base", head.max()),
                least,
                limit,
                over,
                shortBy,
                early,
                fields.numberOrNull("floor"),
                new NumberRange(Ratio.ZERO, LONGEST, range.step(), range.decimals()));
    }

    private static Scale scale(Fields parent, String key, @Nullable Ratio bound, String boundKey) {
        var fields = parent.childOrNull(key);
        if (fields == null) {
            return Scale.NONE;
        }
        if (bound == null) {
            parent.error(
                    key,
                    "missing-field",
                    "'" + key + "' needs '" + boundKey + "'",
                    "'" + key + "' 需要同时给出 '" + boundKey + "'");
        }
        var bands = fields.each("bands", band -> {
            var result = new Band(seconds(band, "to"), band.number("points"));
            band.done();
            return result;
        });
        inOrder(fields, bands);
        var every = seconds(fields, "every");
        Limits.oneOf(fields, "bands", "every");
        if (bands.isEmpty() && (every == null || !fields.has("points"))) {
            fields.error(
                    "every",
                    "missing-field",
                    "say what time costs or earns: every: 10, points: -0.5, or bands: [{to: 10, points: -0.02}, …]",
                    "请写明时间如何计分：every: 10, points: -0.5，或 bands: [{to: 10, points: -0.02}, …]");
        }
        if (every != null && every.signum() == 0) {
            fields.error("every", "out-of-range", "'every' must be above 0", "every 应大于 0");
            every = null;
        }
        var points = fields.number("points", Ratio.ZERO);
        var scale = new Scale(bands, every, points, fields.numberOrNull("cap"));
        fields.done();
        return scale;
    }

    /** The first band that is long enough counts, so a later one must reach further. */
    private static void inOrder(Fields fields, List<Band> bands) {
        for (var i = 1; i < bands.size(); i++) {
            var before = bands.get(i - 1).to();
            var to = bands.get(i).to();
            if (before == null || (to != null && to.compareTo(before) <= 0)) {
                Place.of(fields)
                        .key("bands")
                        .item(i)
                        .key("to")
                        .error(
                                "band-unreachable",
                                "no time falls into this band, the one before reaches as far; order bands by 'to', the one without 'to' last",
                                "没有时间属于此段，前一段已包含；请按 to 由小到大排列，不写 to 的放在最后");
                return;
            }
        }
    }

    private static @Nullable Ratio seconds(Fields fields, String key) {
        var text = fields.textOrNull(key);
        if (text == null) {
            return null;
        }
        var seconds = Timed.seconds(text).map(Ratio::of);
        if (seconds.isEmpty()) {
            fields.error(
                    key,
                    "bad-time",
                    "'" + text + "' is no time; write seconds or \"8:00\"",
                    "“" + text + "”不是时间；可写秒数或 \"8:00\"");
        }
        return Optional.ofNullable(seconds.orElse(null)).orElse(Ratio.ONE);
    }
}
