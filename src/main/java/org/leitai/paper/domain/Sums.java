package org.leitai.paper.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chunk's entries came to, as one text, because that is the smallest form in which half a million of them can be kept: about
 * thirty bytes an entry, {@code number,printed total,chain…} with a line end between entries. The chain is what orders them, more is
 * better, empty where there is nothing.
 */
public record Sums(String text, int count) {
    /** Digits only, so that a number fits into eight bytes with its leading zeros. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private static final String LINE = "\n";
    private static final String PART = ",";

    /**
     * One entry.
     *
     * @param number 1 to 18 digits
     * @param total as printed
     */
    public record Sum(String number, String total, List<@Nullable BigDecimal> chain) {}

    /** What scoring gave. */
    static Sums of(List<Sum> sums) {
        List<String> lines = new ArrayList<>(sums.size());
        for (Sum sum : sums) {
            var line = new StringBuilder(sum.number).append(PART).append(sum.total);
            sum.chain.forEach(value -> line.append(PART).append(value == null ? "" : plain(value)));
            lines.add(line.toString());
        }
        return new Sums(String.join(LINE, lines), lines.size());
    }

    public List<Sum> all() {
        return text.lines().map(Sums::read).toList();
    }

    /** Where each entry begins in the text. */
    public int[] begins() {
        int[] begins = new int[count];
        for (int i = 1; i < count; i++) {
            begins[i] = text.indexOf(LINE, begins[i - 1]) + 1;
        }
        return begins;
    }

    /** What the entry that begins there is ordered by first. */
    public @Nullable BigDecimal leading(int begin) {
        String line = line(begin);
        int from = line.indexOf(PART, line.indexOf(PART) + 1) + 1;
        int next = line.indexOf(PART, from);
        String value = from == 0 ? "" : line.substring(from, next < 0 ? line.length() : next);
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    /** The entry that begins there. */
    public Sum at(int begin) {
        return read(line(begin));
    }

    private String line(int begin) {
        int end = text.indexOf(LINE, begin);
        return end < 0 ? text.substring(begin) : text.substring(begin, end);
    }

    /** Every number as eight bytes, see {@link #coded}, in the order of the chunk. */
    long[] codes() {
        return text.lines()
                .mapToLong(line -> coded(line.substring(0, line.indexOf(PART))))
                .toArray();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** A one before the digits keeps leading zeros apart. */
    static long coded(String number) {
        return Long.parseLong("1" + number);
    }

    static String number(long code) {
        return Long.toString(code).substring(1);
    }

    private static Sum read(String line) {
        List<String> parts = Arrays.asList(line.split(PART, -1));
        List<@Nullable BigDecimal> chain = new ArrayList<>();
        parts.subList(2, parts.size()).forEach(value -> chain.add(value.isEmpty() ? null : new BigDecimal(value)));
        return new Sum(parts.get(0), parts.get(1), chain);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
