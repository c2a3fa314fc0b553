package org.leitai.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of made-up contestants to twenty questions, and what they come to, counted without the program. */
final class MassAnswers {
    static final int QUESTIONS = 20;
    private static final String HEADING = "number,"
            + IntStream.rangeClosed(1, QUESTIONS).mapToObj(q -> "q" + q).collect(Collectors.joining(",")) + ",time";

    /** A is right, five points; equal totals by the time used. */
    static final String RULEBOOK = """
            rulebook: twenty-questions
            version: "1"
            title: {zh: 二十题, en: Twenty questions}
            kind: mass
            ranking: {ties: [{of: paper/time, order: ascending}]}
            stages:
              - id: paper
                title: {zh: 答题, en: Paper}
                max: 100
                aspects:
            %s      - {id: time, title: {zh: 用时, en: Time used}, kind: time, decimals: 3}
            """.formatted(IntStream.rangeClosed(1, QUESTIONS)
            .mapToObj(
                    "      - {id: q%d, title: {zh: 题, en: Question}, kind: choice, levels: [{id: A, points: 5}, {id: B, points: 0}, {id: C, points: 0}, {id: D, points: 0}]}\n"
                            ::formatted)
            .collect(Collectors.joining()));

    /** One contestant. */
    record Sheet(String number, String answers, int seconds) {
        int total() {
            return 5 * (int) answers.chars().filter(answer -> answer == 'A').count();
        }

        String row() {
            return number + "," + answers.chars().mapToObj(Character::toString).collect(Collectors.joining(",")) + ","
                    + seconds;
        }

        boolean isBetterThan(Sheet other) {
            return total() != other.total() ? total() > other.total() : seconds < other.seconds;
        }
    }

    private final List<Sheet> sheets = new ArrayList<>();

    /** So many, always the same. */
    static MassAnswers of(int entries) {
        Random random = new Random(20);
        var answers = new MassAnswers();
        for (int i = 0; i < entries; i++) {
            String letters = random.ints(QUESTIONS, 0, 5)
                    .mapToObj(letter -> "AABCD".substring(letter, letter + 1))
                    .collect(Collectors.joining());
            answers.sheets.add(new Sheet("0%07d".formatted(i), letters, 300 + random.nextInt(60)));
        }
        return answers;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<Sheet> best(int most) {
        return sheets.stream()
                .sorted(Comparator.comparingInt(Sheet::total)
                        .reversed()
                        .thenComparingInt(Sheet::seconds)
                        .thenComparing(Sheet::number))
                .limit(most)
                .toList();
    }

    long rank(Sheet sheet) {
        return 1 + sheets.stream().filter(other -> other.isBetterThan(sheet)).count();
    }

    String csv() {
        return csv(sheets.stream().map(Sheet::row).toList());
    }

    static String csv(List<String> rows) {
        return HEADING + "\n" + String.join("\n", rows) + "\n";
    }
}
