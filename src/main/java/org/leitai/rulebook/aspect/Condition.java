package org.leitai.rulebook.aspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leitai.rulebook.exact.Ratio;

/**
 * When a grade applies: alternatives of conjunctions of ranges, such as {@code >3 or <0} or {@code depth<=0.5 and
 * length>15..30}; {@code none} means every input is exactly 0.
 */
public record Condition(List<List<Term>> alternatives) {
    /** One input inside one range; an empty name stands for the only input. */
    public record Term(String input, Interval range) {}

    private static final Pattern OR = Pattern.compile("\\s+or\\s+|\\s*或\\s*");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+|\\s*且\\s*");
    private static final Pattern TERM = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_-]*)?\\s*(\\S.*)");

    /** The condition, or empty if the text is none or names an input that is not in {@code inputs}. */
    public static Optional<Condition> parse(String text, List<String> inputs) {
        var alternatives = new ArrayList<List<Term>>();
        for (var alternative : OR.split(text.strip(), -1)) {
            var terms = conjunction(alternative.strip(), inputs);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(terms);
        }
        return Optional.of(new Condition(List.copyOf(alternatives)));
    }

    private static List<Term> conjunction(String text, List<String> inputs) {
        if (text.equals("none") || text.equals("无")) {
            return inputs.stream().map(input -> new Term(input, exactlyZero())).toList();
        }
        var terms = new ArrayList<Term>();
        for (var part : AND.split(text, -1)) {
            var term = term(part.strip(), inputs);
            if (term.isEmpty()) {
                return List.of();
            }
            terms.add(term.get());
        }
        return List.copyOf(terms);
    }

    private static Optional<Term> term(String text, List<String> inputs) {
        var matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var name = matcher.group(1) == null ? onlyOne(inputs) : Optional.of(matcher.group(1));
        return name.filter(inputs::contains)
                .flatMap(input -> Interval.parse(matcher.group(2)).map(range -> new Term(input, range)));
    }

    private static Optional<String> onlyOne(List<String> inputs) {
        return inputs.size() == 1 ? Optional.of(inputs.getFirst()) : Optional.empty();
    }

    private static Interval exactlyZero() {
        return new Interval(Ratio.ZERO, false, Ratio.ZERO, false);
    }

    public boolean holds(Map<String, Ratio> inputs) {
        return alternatives.stream()
                .anyMatch(terms -> terms.stream()
                        .allMatch(term -> term.range().contains(inputs.getOrDefault(term.input(), Ratio.ZERO))));
    }

    /** Every bound named for one input; between two neighbours the condition cannot change. */
    public Stream<Ratio> bounds(String input) {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(term -> term.input().equals(input))
                .flatMap(term -> Stream.of(
                        Optional.ofNullable(term.range().low()),
                        Optional.ofNullable(term.range().high())))
                .flatMap(Optional::stream);
    }
}
