package org.leitai.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of made-up contestants, always the same ones, and the places they come to, counted without the program. */
final class MassSheets {
    static final int QUESTIONS = 20;
    private static final int MOST_SECONDS = 3_600;
    private static final String LETTERS = "AABCD";

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
                    .mapToObj("      - {id: q%d, title: {zh: 题, en: Question}, kind: choice, levels: [{id: A, points: 5}, {id: B, points: 0}, {id: C, points: 0}, {id: D, points: 0}]}\n"::formatted)
                    .collect(Collectors.joining()));

    /** Of each entry, more is better: right answers, then seconds left. */
    private final int[] worth;

    private int[] sorted = {};

    MassSheets(int entries) {
        this.worth = new int[entries];
    }

    int entries() {
        return worth.length;
    }

    Path write(Path file) throws IOException {
        Random random = new Random(20);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("number");
            for (int q = 1; q <= QUESTIONS; q++) {
                out.write(",q" + q);
            }
            out.write(",time\n");
            for (int entry = 0; entry < worth.length; entry++) {
                out.write(sheet(entry, random));
            }
        }
        sorted = worth.clone();
        Arrays.sort(sorted);
        return file;
    }

    private String sheet(int entry, Random random) {
        var line = new StringBuilder(number(entry));
        int right = 0;
        for (int q = 0; q < QUESTIONS; q++) {
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            right += letter == 'A' ? 1 : 0;
            line.append(',').append(letter);
        }
        int seconds = 60 + random.nextInt(MOST_SECONDS - 60);
        worth[entry] = right * MOST_SECONDS + MOST_SECONDS - seconds;
        return line.append(',').append(seconds).append('\n').toString();
    }

    static String number(int entry) {
        return "37%08d".formatted(entry);
    }

    /** 1-2-2-4. */
    long rank(int entry) {
        int after = Arrays.binarySearch(sorted, worth[entry]);
        while (after < sorted.length && sorted[after] == worth[entry]) {
            after++;
        }
        return 1 + sorted.length - after;
    }
}
