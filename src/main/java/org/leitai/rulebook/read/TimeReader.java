package org.leitai.rulebook.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.aspect.Timed.Band;
import org.leitai.rulebook.aspect.Timed.Scale;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

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
        var every = seconds(fields, "every");
        if (every != null && every.signum() == 0) {
            fields.error("every", "out-of-range", "'every' must be above 0", "every 应大于 0");
            every = null;
        }
        var points = fields.number("points", Ratio.ZERO);
        var scale = new Scale(bands, every, points, fields.numberOrNull("cap"));
        fields.done();
        return scale;
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
