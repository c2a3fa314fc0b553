package org.leitai.judging.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.aspect.PassFail;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.aspect.Timed;

/** What a judge entered, in words: {@code depth=0.4 length=12} is 深度 0.4 mm，长度 12 mm. Numbers stay as they are. */
record RawWords(Aspect aspect) {
    private static final Text NOTHING = Text.of("无", "none");

    Text of(String raw) {
        return switch (aspect) {
            case Measured measured -> measured(measured, raw);
            case Tally tally ->
                parts(
                        raw,
                        id -> find(tally.items().stream()
                                .filter(item -> item.id().equals(id))
                                .map(item -> item.title())));
            case Gate gate ->
                parts(
                        raw,
                        id -> find(gate.items().stream()
                                .filter(item -> item.id().equals(id))
                                .map(Gate.Item::title)));
            case Choice choice -> choice(choice, raw);
            case PassFail ignored -> raw.equals("pass") ? Text.of("合格", "pass") : Text.of("不合格", "fail");
            case Timed ignored -> Text.of(raw + " 秒", raw + " s");
            default -> Text.of(raw);
        };
    }

    private static Optional<Text> find(Stream<Text> titles) {
        return titles.findFirst();
    }

    private static Text measured(Measured measured, String raw) {
        List<Measured.Input> inputs = measured.inputs();
        if (!raw.contains("=")) {
            return Text.of(withUnit(raw, inputs.getFirst().unit()));
        }
        List<Text> parts = Stream.of(raw.split(" "))
                .map(pair -> pair.split("=", 2))
                .map(pair -> inputs.stream()
                        .filter(input -> input.id().equals(pair[0]))
                        .findFirst()
                        .map(input -> valued(input.title(), withUnit(pair[1], input.unit())))
                        .orElse(Text.of(String.join("=", pair))))
                .toList();
        return joined(parts);
    }

    private static String withUnit(String value, String unit) {
        return unit.isEmpty() ? value : value + " " + unit;
    }

    private static Text valued(Text title, String value) {
        return Text.of(title.zh() + " " + value, title.en() + " " + value);
    }

    private static Text choice(Choice choice, String raw) {
        String[] parts = raw.split("=", 2);
        Text level = choice.levels().stream()
                .filter(one -> one.id().equals(parts[0]))
                .map(Choice.Level::title)
                .findFirst()
                .orElse(Text.of(parts[0]));
        return parts.length < 2 ? level : valued(level, parts[1]);
    }

    /** Items that occurred, with how often. */
    private static Text parts(String raw, Function<String, Optional<Text>> title) {
        if (raw.isEmpty() || raw.equals("none") || raw.equals("pass")) {
            return NOTHING;
        }
        return joined(Stream.of(raw.split(" "))
                .map(pair -> pair.split("=", 2))
                .map(pair -> {
                    Text name = title.apply(pair[0]).orElse(Text.of(pair[0]));
                    return pair.length < 2 || pair[1].equals("1") ? name : valued(name, "× " + pair[1]);
                })
                .toList());
    }

    private static Text joined(List<Text> parts) {
        return Text.of(
                parts.stream().map(Text::zh).collect(Collectors.joining("，")),
                parts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
