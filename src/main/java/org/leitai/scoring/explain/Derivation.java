package org.leitai.scoring.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;
import org.leitai.scoring.sheet.PanelOutcome;
import org.leitai.scoring.sheet.SeatMark;
import org.leitai.scoring.sheet.Trace;

/** Writes down what an evaluation does, as nested steps. */
public final class Derivation implements Trace {
    private static final int LONGEST = 24;
    private static final int NEAR = 10;

    private final Deque<List<Item>> open = new ArrayDeque<>();
    private final Rulebook rulebook;
    private @Nullable Stage stage;

    public Derivation(Rulebook rulebook) {
        this.rulebook = rulebook;
        open.push(new ArrayList<>());
    }

    /** The steps on the outermost level so far. */
    public List<Item> items() {
        return open.getLast();
    }

    void add(Kind kind, String id, Text title, @Nullable Ratio value, Map<String, String> facts, List<Item> children) {
        open.getFirst().add(new Item(kind, id, title, decimal(value), facts, children));
    }

    private static @Nullable BigDecimal decimal(@Nullable Ratio value) {
        return value == null ? null : value.toDecimal();
    }

    @Override
    public void enter(Node node) {
        if (node instanceof Branch branch && branch.level() == Node.Level.STAGE) {
            stage = rulebook.stage(node.id()).orElse(null);
        }
        open.push(new ArrayList<>());
    }

    @Override
    public void leave(Node node, @Nullable Ratio value) {
        var children = open.pop();
        if (children.isEmpty() && value == null) {
            return;
        }
        var kind = switch (node) {
            case Leaf _ -> Kind.ASPECT;
            case Branch branch ->
                switch (branch.level()) {
                    case STAGE -> Kind.STAGE;
                    case CRITERION -> Kind.CRITERION;
                    case FORM -> Kind.FORM;
                };
        };
        var facts = new LinkedHashMap<String, String>();
        if (node instanceof Leaf leaf && leaf.aspect().head().max().signum() != 0) {
            facts.put("max", leaf.aspect().head().max().toString());
        }
        if (!node.weight().equals(Ratio.ONE)) {
            facts.put("weight", node.weight().toString());
        }
        if (kind == Kind.FORM && stage != null) {
            stage.form(node.id()).map(Form::day).ifPresent(day -> facts.put("day", day.toString()));
        }
        add(kind, node.id(), node.title(), value, facts, children);
    }

    @Override
    public void seat(String seat) {
        open.push(new ArrayList<>());
    }

    @Override
    public void seatDone(String seat, @Nullable Ratio value) {
        add(Kind.SEAT, seat, Text.of(seat), value, Map.of(), open.pop());
    }

    @Override
    public void part(String what, int number) {
        open.push(new ArrayList<>());
    }

    @Override
    public void partDone(String what, int number, @Nullable Ratio value) {
        var kind = what.equals("piece") ? Kind.PIECE : Kind.ATTEMPT;
        var label = Integer.toString(number);
        add(kind, label, Text.of(label), value, Map.of(), open.pop());
    }

    @Override
    public void mark(Leaf leaf, SeatMark mark, @Nullable Ratio points) {
        add(
                Kind.MARK,
                mark.seat(),
                leaf.title(),
                points,
                Map.of("raw", mark.value().print()),
                List.of());
    }

    @Override
    public void panel(Panel panel, PanelOutcome outcome) {
        if (panel.combine() == Panel.Combine.AGREED && outcome.value() != null && outcome.adjustment() == null) {
            return;
        }
        var facts = new LinkedHashMap<String, String>();
        facts.put("combine", word(panel.combine()));
        if (outcome.combined() != null) {
            facts.put("combined", outcome.combined().toString());
        }
        if (panel.round() != null) {
            facts.put("decimals", Integer.toString(panel.round().decimals()));
        }
        if (outcome.adjustment() != null) {
            facts.put("adjustment", outcome.adjustment().toString());
        }
        if (!outcome.why().isEmpty()) {
            facts.put("why", outcome.why());
        }
        var votes = outcome.votes().stream()
                .map(vote -> new Item(
                        Kind.VOTE,
                        vote.seat(),
                        Text.of(vote.seat()),
                        vote.points().toDecimal(),
                        Map.of("fate", word(vote.fate())),
                        List.of()))
                .toList();
        add(Kind.PANEL, word(panel.combine()), Text.of(""), outcome.value(), facts, votes);
    }

    @Override
    public void step(Step step, @Nullable Ratio figure, Ratio before, Ratio after) {
        var facts = new LinkedHashMap<>(Map.of("word", word(step), "by", operand(step), "before", written(before)));
        if (figure != null) {
            facts.put("figure", written(figure));
        }
        add(Kind.STEP, word(step), Text.of(""), after, facts, List.of());
    }

    /** A fraction that nobody could read, such as one over a root of {@code 40} digits, is written as a near decimal. */
    private static String written(Ratio value) {
        var exact = value.toString();
        return exact.length() <= LONGEST
                ? exact
                : "≈ " + value.toDecimal(NEAR, RoundingMode.HALF_UP).toPlainString();
    }

    static String word(Step step) {
        return switch (step) {
            case Step.Times _ -> "times";
            case Step.Divide _ -> "divide";
            case Step.Plus _ -> "plus";
            case Step.Minus _ -> "minus";
            case Step.AtLeast _ -> "at-least";
            case Step.AtMost _ -> "at-most";
            case Step.Round _ -> "round";
        };
    }

    private static String operand(Step step) {
        return switch (step) {
            case Step.Times times -> operand(times.by());
            case Step.Divide divide -> operand(divide.by());
            case Step.Plus plus -> operand(plus.what());
            case Step.Minus minus -> operand(minus.what());
            case Step.AtLeast atLeast -> atLeast.bound().toString();
            case Step.AtMost atMost -> atMost.bound().toString();
            case Step.Round round -> Integer.toString(round.rounding().decimals());
        };
    }

    private static String operand(Step.Operand operand) {
        return switch (operand) {
            case Step.Operand.Fixed fixed -> fixed.value().toString();
            case Step.Operand.Figure figure -> figure.aspect();
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void gate(Leaf gate, MarkValue value) {
        add(Kind.GATE, gate.id(), gate.title(), null, Map.of("raw", value.print()), List.of());
    }

    @Override
    public void taken(String what, @Nullable Ratio value) {
        var word = what.toLowerCase(Locale.ROOT);
        add(Kind.TAKEN, word, Text.of(""), value, Map.of("take", word), List.of());
    }
}
