package org.leitai.registration.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** Resident identity numbers of 18 characters (GB 11643-1999). */
public final class IdNumber {
    /** Why a text is not an identity number. */
    public enum Fault {
        NONE,
        /** Not 17 digits and a digit or X. */
        SHAPE,
        /** Its eight digits of birth are not a date between 1850 and today. */
        BIRTH_DATE,
        CHECK_DIGIT,
        /** Excel showed it as 3.70811E+17: the last digits are gone for good. */
        SCIENTIFIC
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /** The number as it is stored: narrow, without spaces, capital X. */
    public static String normal(String text) {
        return Plain.of(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /**
     * What is wrong with a number.
     *
     * @param today births after it are impossible
     */
    public static Fault check(String text, LocalDate today) {
        String number = normal(text);
        if (number.matches("[0-9](\\.[0-9]+)?E\\+?1[0-9]")) {
            return Fault.SCIENTIFIC;
        }
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return Fault.SHAPE;
        }
        if (!birthIsPossible(number, today)) {
            return Fault.BIRTH_DATE;
        }
        return number.charAt(17) == checkOf(number) ? Fault.NONE : Fault.CHECK_DIGIT;
    }

    /** The check character that the first 17 digits ask for. */
    public static char checkOf(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean birthIsPossible(String number, LocalDate today) {
        try {
            LocalDate birth = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return birth.getYear() >= 1850 && !birth.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
