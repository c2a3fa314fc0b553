package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code rulebook-proofs.md} names sections, examples, golden cases and tests that there are. */
class RulebookProofsTest {
    private static final Path PAGE = Path.of("src/doc/rulebook-proofs.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (§.+?) \\| (.+?) \\|$");
    private static final int THINGS = 90;
    private static final int LISTS = 11;

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }

    @Test
    void theReferencePointsToThePage() throws IOException {
        assertThat(Files.readString(Path.of("src/doc/rulebook.md"))).contains("`rulebook-proofs.md`");
    }

    @Test
    void everyListOfThingsIsThere() throws IOException {
        assertThat(found(Pattern.compile("(?m)^## (\\d+)\\."), Files.readString(PAGE)))
                .hasSize(LISTS);
        assertThat(rows()).hasSizeGreaterThan(THINGS);
        assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("| ")))
                .as("rows that are read, and the heads of their tables")
                .hasSize(rows().size() + LISTS);
    }

    @TestFactory
    Stream<DynamicTest> whatProvesAThingIsThere() throws IOException {
        var reference = Files.readString(Path.of("src/doc/rulebook.md"));
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.group(1), () -> {
                    assertThat(found(Pattern.compile("§(\\d+)"), row.group(2)))
                            .isNotEmpty()
                            .allSatisfy(section -> assertThat(reference).contains("\n## " + section + ". "));
                    var proofs =
                            found(Pattern.compile("`([^`]+)`"), row.group(3)).toList();
                    assertThat(proofs).isNotEmpty();
                    for (var proof : proofs) {
                        isThere(proof, reference);
                    }
                }));
    }

    private static void isThere(String proof, String reference) throws IOException {
        if (proof.startsWith("little-")) {
            assertThat(reference)
                    .containsPattern(
                            "```yaml rulebook\\nrulebook: " + proof
                                    + "\\n(?s:.)*?```\\n(```csv (entries|marks)\\n[^`]*```\\n)+```(csv|text) (result|table|cut|certainty|lines|words)");
        } else if (proof.startsWith("points:")) {
            assertThat(reference)
                    .containsPattern("```yaml aspect\\n[^`]*kind: " + proof.substring("points:".length())
                            + "\\b[^`]*```\\n```points\\n");
        } else if (proof.startsWith("golden/")) {
            assertThat(GOLDEN.resolve(proof.substring("golden/".length())).resolve("result.csv"))
                    .exists();
        } else {
            isTest(proof);
        }
    }

    private static void isTest(String proof) throws IOException {
        var parts = proof.split("\\.", 2);
        try (var files = Files.walk(TESTS)) {
            var file = files.filter(path -> path.endsWith(parts[0] + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + parts[0]));
            assertThat(Files.readString(file))
                    .as(proof)
                    .containsPattern(
                            "@(Test|ParameterizedTest|Property)\\b[^{}]*(\\{[^{}]*\\}[^{}]*)*void " + parts[1] + "\\(");
        }
    }
}
