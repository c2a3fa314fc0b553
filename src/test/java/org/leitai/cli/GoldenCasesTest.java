package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Published rules as a rulebook (or one of the library) with marks and the result, its figures checked by hand: each folder
 * of {@code src/test/resources/golden} through the command line, compared byte by byte.
 */
class GoldenCasesTest {
    private static final int KINDS = 13;
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyFolderGivesItsResult() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            var sorted = folders.sorted().toList();
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(40);
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            String.valueOf(folder.getFileName()), () -> givesItsResult(folder)));
        }
    }

    private static void givesItsResult(Path folder) throws IOException {
        var run = Leitai.score(csv(folder).toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("result.csv")));
        explains(folder);
        prints(folder, "table");
        prints(folder, "cut");
    }

    /** {@code table-ID.csv} and {@code cut-ID.csv}: what {@code --table ID} and {@code --cut ID} print. */
    private static void prints(Path folder, String what) throws IOException {
        try (var files = Files.newDirectoryStream(folder, what + "-*.csv")) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var arguments = csv(folder);
                arguments.addAll(
                        List.of("--" + what, name.substring(what.length() + 1, name.length() - ".csv".length())));
                assertThat(Leitai.score(arguments.toArray()).out())
                        .as("%s", file)
                        .isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void everyKindOfAspectHasAFolder() throws IOException {
        try (var folders = Files.newDirectoryStream(FOLDER, "aspect-*")) {
            assertThat(folders).hasSize(KINDS);
        }
    }

    /** {@code why-ENTRY.LANGUAGE.txt}: why an entry has what it has, in words. */
    private static void explains(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "why-*.txt")) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName()).split("[-.]", 3);
                var arguments = arguments(folder);
                arguments.addAll(List.of("--explain", name[1], "--lang", name[2].substring(0, 2)));
                assertThat(Leitai.score(arguments.toArray()).out())
                        .as("%s", file)
                        .isEqualTo(Files.readString(file));
            }
        }
    }

    private static List<Object> csv(Path folder) throws IOException {
        var arguments = arguments(folder);
        arguments.addAll(List.of("--format", "csv"));
        return arguments;
    }

    private static List<Object> arguments(Path folder) throws IOException {
        var library = folder.resolve("library");
        var rulebook = Files.exists(library)
                ? Files.readString(library).strip()
                : folder.resolve("rulebook.yaml").toString();
        var arguments = new ArrayList<Object>(List.of("--rulebook", rulebook, "--marks", folder.resolve("marks.csv")));
        if (Files.exists(folder.resolve("entries.csv"))) {
            arguments.addAll(List.of("--entries", folder.resolve("entries.csv")));
        }
        return arguments;
    }
}
