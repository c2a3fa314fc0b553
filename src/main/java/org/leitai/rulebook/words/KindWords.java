package org.leitai.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Attendance;
import org.leitai.rulebook.aspect.Banded;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.CountOf;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.PassFail;
import org.leitai.rulebook.aspect.Points;
import org.leitai.rulebook.aspect.Recorded;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Scalar;

/** How a value becomes points: what one kind of aspect says, with everything that its rule holds. */
record KindWords(Phrases phrases) {
    List<String> of(Aspect aspect) {
        return switch (aspect) {
            case Points points -> with(phrases.say("aspect.points"), range(points.range(), false));
            case PassFail passFail -> passFail(passFail);
            case CountOf count -> List.of(phrases.say("aspect.count", Integer.toString(count.possible())));
            case Choice choice -> List.of(phrases.say("aspect.choice", levels(choice)));
            case Measured measured -> measured(measured);
            case Banded banded -> banded(banded);
            case Judged judged -> List.of(judged(judged));
            case Tally tally -> new TallyWords(phrases).of(tally);
            case Timed timed -> new TimeWords(phrases).of(timed);
            case Gate gate -> gate(gate);
            case Recorded recorded -> with(phrases.say("aspect.recorded"), range(recorded.range(), true));
            case Attendance attendance -> attendance(attendance);
        };
    }

    private static List<String> with(String first, List<String> more) {
        var parts = new ArrayList<String>();
        parts.add(first);
        parts.addAll(more);
        return parts;
    }

    /** What numbers are taken; the highest is not said where it is the aspect's points anyhow. */
    private List<String> range(NumberRange range, boolean saysMost) {
        var parts = new ArrayList<String>();
        if (range.min() instanceof Ratio min && (saysMost || min.signum() != 0)) {
            parts.add(phrases.say("range.min", min.toString()));
        }
        if (saysMost && range.max() instanceof Ratio max) {
            parts.add(phrases.say("range.max", max.toString()));
        }
        if (range.step() instanceof Ratio step) {
            parts.add(phrases.say("range.step", step.toString()));
        }
        if (range.decimals() instanceof Integer decimals) {
            parts.add(phrases.say("range.decimals", decimals));
        }
        return parts;
    }

    private List<String> passFail(PassFail aspect) {
        var says = phrases.say("aspect.pass-fail");
        return aspect.fail().signum() == 0
                ? List.of(says)
                : List.of(says, phrases.say("pass-fail.fail", aspect.fail().toString()));
    }

    private String levels(Choice choice) {
        return phrases.join(choice.levels().stream()
                .map(level -> {
                    var title = phrases.of(level.title());
                    var band = level.band();
                    if (band == null) {
                        return phrases.say("level", title, level.points().toString());
                    }
                    var raster = range(new NumberRange(null, null, band.step(), band.decimals()), false);
                    return phrases.say(
                            "level.band",
                            title,
                            String.valueOf(band.min()),
                            String.valueOf(band.max()),
                            raster.isEmpty() ? "" : phrases.say("in-brackets", phrases.join(raster)));
                })
                .toList());
    }

    private List<String> measured(Measured aspect) {
        var grades = phrases.join(aspect.grades().stream()
                .map(grade -> phrases.say("grade", grade.when(), grade.points().toString()))
                .toList());
        var inputs = aspect.inputs().stream()
                .map(input -> {
                    var parts = with(phrases.of(input.title()) + unit(input.unit()), range(input.range(), true));
                    return String.join(phrases.say("and.input"), parts);
                })
                .toList();
        return List.of(phrases.say("aspect.measured", phrases.join(inputs), grades));
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** A unit that only forms show is kept in the rulebook's own text. */
    static String unit(Mapping source) {
        return source.get("unit") instanceof Scalar scalar ? unit(scalar.text()) : "";
    }

    private List<String> banded(Banded aspect) {
        var bands = phrases.join(aspect.bands().stream()
                .map(band -> phrases.say(
                        "band",
                        band.below().toString(),
                        band.above().toString(),
                        band.points().toString()))
                .toList());
        return with(
                phrases.say("aspect.bands", aspect.target() + unit(aspect.head().source()), bands),
                range(aspect.range(), true));
    }

    private String judged(Judged aspect) {
        var texts = aspect.benchmarks().stream().map(phrases::of).toList();
        var isPlain = IntStream.range(0, texts.size())
                .allMatch(level -> texts.get(level).equals(Integer.toString(level)));
        var levels = phrases.join(IntStream.range(0, texts.size())
                .mapToObj(level -> level + " " + texts.get(level))
                .toList());
        return phrases.say(
                "aspect.judgement",
                Integer.toString(aspect.highest()),
                isPlain ? "" : phrases.say("in-brackets", levels));
    }

    private List<String> gate(Gate gate) {
        var says = phrases.say("aspect.gate", phrases.say("zeroes." + Phrases.word(gate.zeroes())));
        var items = gate.items().stream().map(item -> phrases.of(item.title())).toList();
        return items.isEmpty() ? List.of(says) : List.of(says, phrases.say("gate.items", phrases.join(items)));
    }

    private List<String> attendance(Attendance aspect) {
        var parts = new ArrayList<String>();
        parts.add(phrases.say("aspect.attendance"));
        if (aspect.each().signum() != 0) {
            parts.add(phrases.say(
                    "attendance.each",
                    Phrases.percent(aspect.atLeast()),
                    aspect.each().toString()));
        }
        if (aspect.complete().signum() != 0) {
            parts.add(phrases.say("attendance.complete", aspect.complete().toString()));
        }
        parts.add(phrases.say("attendance.most", Integer.toString(aspect.most())));
        return parts;
    }
}
