package org.leitai.rulebook.aspect;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Decimals;

/**
 * One raw mark as a seat gave it. {@link #print} is the canonical text kept in ledgers and files; {@link Aspect#parse}
 * reads it back, because only the aspect knows whether {@code 2} is a number, a level or a count.
 */
public sealed interface MarkValue {
    /** The canonical text: the same value always prints the same. */
    String print();

    /** Points or a plain recorded figure, as in {@code 9.36}. */
    record Amount(BigDecimal value) implements MarkValue {
        public Amount {
            value = normal(value);
        }

        @Override
        public String print() {
            return Decimals.canonical(value);
        }
    }

    /** Measured inputs by name, printed {@code depth=0.4 length=12}. */
    record Measures(Map<String, BigDecimal> inputs) implements MarkValue {
        public Measures {
            inputs = normal(inputs);
        }

        @Override
        public String print() {
            return pairs(inputs);
        }
    }

    /**
     * How often (or how much of) each item occurred, printed {@code late_alarm=1 no_gas_check=2}, or {@code none}. Zero
     * counts are left out.
     */
    record Counts(Map<String, BigDecimal> items) implements MarkValue {
        public static final Counts NONE = new Counts(Map.of());

        public Counts {
            items = normal(items);
            items = Collections.unmodifiableMap(withoutZeros(items));
        }

        @Override
        public String print() {
            return items.isEmpty() ? "none" : pairs(items);
        }
    }

    /** A chosen level by id, with points inside its band where the level has one: {@code leading} or {@code leading=28}. */
    record Choice(String level, @Nullable BigDecimal points) implements MarkValue {
        public Choice {
            points = points == null ? null : normal(points);
        }

        @Override
        public String print() {
            return points == null ? level : level + "=" + Decimals.canonical(points);
        }
    }

    /** A judgement on a scale from 0, printed as its digit. */
    record Level(int level) implements MarkValue {
        @Override
        public String print() {
            return Integer.toString(level);
        }
    }

    record Pass(boolean passed) implements MarkValue {
        @Override
        public String print() {
            return passed ? "pass" : "fail";
        }
    }

    /** A time in seconds, printed {@code 521.35}. */
    record Time(BigDecimal seconds) implements MarkValue {
        public Time {
            seconds = normal(seconds);
        }

        @Override
        public String print() {
            return Decimals.canonical(seconds);
        }
    }

    /** Explicitly no mark, with a reason (empty if none was given): {@code absent:withdrawn}. Empty is not 0. */
    record Absent(String reason) implements MarkValue {
        @Override
        public String print() {
            return "absent:" + reason;
        }
    }

    private static BigDecimal normal(BigDecimal value) {
        return new BigDecimal(Decimals.canonical(value));
    }

    private static Map<String, BigDecimal> normal(Map<String, BigDecimal> values) {
        var result = new TreeMap<String, BigDecimal>();
        values.forEach((name, value) -> result.put(name, normal(value)));
        return Collections.unmodifiableMap(result);
    }

    private static Map<String, BigDecimal> withoutZeros(Map<String, BigDecimal> values) {
        var result = new TreeMap<>(values);
        result.values().removeIf(value -> value.signum() == 0);
        return result;
    }

    private static String pairs(Map<String, BigDecimal> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Decimals.canonical(entry.getValue()))
                .collect(joining(" "));
    }
}
