package org.leitai.scoring.total;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.PanelMath;

/** Standardised scores over one field (RULES §1.3). */
public final class Scaling {
    private Scaling() {}

    /** What scores of one field are measured with. */
    public record Scale(Ratio middle, Ratio width) {
        static Scale of(Standardise rule, List<Ratio> values) {
            var middle = Scaling.middle(rule, values);
            return new Scale(middle, Scaling.width(rule, values, middle));
        }
    }

    /** Score by id for every id that has a value. */
    static Map<String, Ratio> scale(Standardise rule, Map<String, Ratio> values) {
        var scaled = new HashMap<String, Ratio>();
        if (values.isEmpty()) {
            return scaled;
        }
        var scale = Scale.of(rule, List.copyOf(values.values()));
        values.forEach((id, value) -> scaled.put(id, score(rule, value, scale)));
        return scaled;
    }

    private static Ratio score(Standardise rule, Ratio value, Scale scale) {
        var raw = scale.width().signum() == 0
                ? rule.noWidth()
                : rule.centre()
                        .plus(rule.spread().times(value.minus(scale.middle())).dividedBy(scale.width()));
        var rounded = rule.round() == null ? raw : rule.round().apply(raw);
        var raised = rule.least() == null ? rounded : rounded.max(rule.least());
        return rule.most() == null ? raised : raised.min(rule.most());
    }

    static Ratio middle(Standardise rule, List<Ratio> values) {
        return switch (rule.method()) {
            case MEAN_DEVIATION -> PanelMath.sum(values).dividedBy(Ratio.of(values.size()));
            case MEDIAN_DEVIATION -> PanelMath.median(values);
        };
    }

    static Ratio width(Standardise rule, List<Ratio> values, Ratio middle) {
        return switch (rule.method()) {
            case MEAN_DEVIATION -> {
                var squares = values.stream()
                        .map(value -> value.minus(middle))
                        .map(off -> off.times(off))
                        .toList();
                var variance = PanelMath.sum(squares).dividedBy(Ratio.of(values.size()));
                yield variance.signum() == 0 ? Ratio.ZERO : variance.sqrt(Standardise.ROOT_DIGITS);
            }
            case MEDIAN_DEVIATION ->
                rule.factor()
                        .times(PanelMath.median(values.stream()
                                .map(value -> value.minus(middle).abs())
                                .toList()));
        };
    }
}
