package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leitai.rulebook.yaml.RulebookReader;

/**
 * Every problem names the line and column of the thing that is wrong. The table is {@code src/test/resources/problem-places.txt}:
 * after {@code == code}, a rulebook in which {@code «} stands before the place where exactly that problem must be found.
 */
class ProblemPlacesTest {
    private static final Path TABLE = Path.of("src/test/resources/problem-places.txt");
    private static final Path READERS = Path.of("src/main/java/org/leitai/rulebook");
    /** A code stands before its sentence. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|empty)\",\\s*\"(?![a-z-]+\")");

    private record Case(String code, String marked) {
        String yaml() {
            return marked.replace("«", "");
        }

        /** As problems tell it. */
        String place() {
            var before = marked.substring(0, marked.indexOf('«'));
            var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            return code + " " + line + ":" + (before.length() - before.lastIndexOf('\n'));
        }
    }

    /** What would be too long for the table. */
    private static Stream<Case> longCases() {
        var stages = new StringBuilder("rulebook: r\nstages:\n");
        for (var i = 0; i < 201; i++) {
            stages.append("  - ").append(i == 200 ? "«" : "").append("{id: s" + i + ", aspects: [{id: a, max: 1}]}\n");
        }
        return Stream.of(
                new Case("too-many", stages.toString()),
                new Case("too-large", "«note: " + "x".repeat(2_000_000)),
                new Case("too-large", "note: [" + "x,".repeat(199_998) + "«x]"));
    }

    private static Stream<Case> cases() throws IOException {
        return Stream.concat(shortCases(), longCases());
    }

    private static Stream<Case> shortCases() throws IOException {
        return Pattern.compile("(?m)^== ")
                .splitAsStream(Files.readString(TABLE))
                .skip(1)
                .map(text -> text.split("\n", 2))
                .map(parts -> new Case(parts[0].strip(), parts[1]));
    }

    private static Stream<String> found(String yaml) {
        return (switch (RulebookReader.read(yaml)) {
                    case RulebookReader.Result.Read read -> read.warnings();
                    case RulebookReader.Result.Failed failed -> failed.problems();
                })
                .stream().map(problem -> problem.code() + " " + problem.line() + ":" + problem.column());
    }

    @TestFactory
    Stream<DynamicTest> aProblemIsFoundWhereItStands() throws IOException {
        return cases().map(one -> DynamicTest.dynamicTest(
                one.place(),
                () -> assertThat(found(one.yaml()))
                        .as(one.marked()
                                .substring(0, Math.min(2_000, one.marked().length())))
                        .containsExactly(one.place())));
    }

    /** What a reader or check can raise is in the table. */
    @Test
    void theTableHoldsEveryCodeThatReadingRaises() throws IOException {
        var raised = new TreeSet<String>();
        for (var part : new String[] {"read", "tree", "yaml"}) {
            try (var files = Files.list(READERS.resolve(part))) {
                for (var file : files.filter(file -> !file.endsWith("RulebookLibrary.java"))
                        .toList()) {
                    CODE.matcher(Files.readString(file)).results().forEach(code -> raised.add(code.group(1)));
                }
            }
        }
        assertThat(raised).hasSizeGreaterThan(40);
        assertThat(cases().map(Case::code)).containsAll(raised);
    }
}
