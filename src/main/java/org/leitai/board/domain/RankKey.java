package org.leitai.board.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sort keys as text whose byte order is the order of a board, best first; equal keys share a rank. Each value of the chain becomes
 * sign, length and digits, turned over so that more comes first, so a chain of any length compares place by place.
 */
public final class RankKey {
    /**
     * Values are cut to this many decimals. Two different totals a/b and c/d lie at least 1/(b·d) apart, so that nothing that
     * differs becomes equal while denominators stay below 10⁹.
     */
    private static final int DECIMALS = 18;

    private static final int MOST_DIGITS = 99;
    private static final Pattern OTHER = Pattern.compile("[^0-9A-Za-z]");
    private static final char RANKED = '1';
    private static final char UNRANKED = '9';
    private static final char AFTER_DIGITS = ':';

    private RankKey() {}

    /** The key of a ranked row: the more, the better, at every place; a missing value is worse than any other. */
    public static String ranked(List<? extends @Nullable BigDecimal> chain) {
        var key = new StringBuilder(chain.size() * 28 + 1).append(RANKED);
        for (BigDecimal value : chain) {
            append(key, value);
        }
        return key.toString();
    }

    /** The key of a row without a rank: after all ranked ones, among themselves by that text. */
    public static String unranked(String order) {
        return UNRANKED + OTHER.matcher(order).replaceAll("_");
    }

    public static boolean isRanked(String key) {
        return key.charAt(0) == RANKED;
    }

    private static void append(StringBuilder key, @Nullable BigDecimal value) {
        if (value == null) {
            key.append('9');
            return;
        }
        BigInteger whole = value.setScale(DECIMALS, RoundingMode.FLOOR).unscaledValue();
        String digits = whole.abs().toString();
        if (digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("a value with more than " + MOST_DIGITS + " digits: " + value);
        }
        boolean negative = whole.signum() < 0;
        // Higher first: 1 positive, 2 negative, 9 missing; among positives the longer number and the greater digit come
        // first.
        key.append(negative ? '2' : '1');
        String length = (digits.length() < 10 ? "0" : "") + digits.length();
        if (negative) {
            key.append(length).append(digits);
        } else {
            key.append(turnedOver(length)).append(withoutLastNines(turnedOver(digits)));
        }
    }

    /** Most totals have few decimals: the key need not carry all eighteen. What is cut off comes after any digit there. */
    private static String withoutLastNines(String turned) {
        int end = turned.length();
        while (end > 0 && turned.charAt(end - 1) == '9') {
            end--;
        }
        return end == turned.length() ? turned : turned.substring(0, end) + AFTER_DIGITS;
    }

    private static String turnedOver(String digits) {
        var turned = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            turned.append((char) ('0' + '9' - digits.charAt(i)));
        }
        return turned.toString();
    }
}
