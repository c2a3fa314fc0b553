package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runbook's chapters are there when its table or an alarm sends somebody to them, and so are the tests that carried them out. */
class RunbookTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+IT)`");
    private static final Pattern ALARM = Pattern.compile("runbook: \"([^\"]+)\"");

    private final String runbook = read(Path.of("src/doc/runbook.md"));
    private final Set<String> chapters = runbook.lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .collect(Collectors.toSet());

    @Test
    void every_fault_of_the_table_has_its_chapter() {
        Set<String> named = runbook.lines()
                .dropWhile(line -> !line.startsWith("| what happened |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[2].strip())
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(chapters).containsAll(named);
    }

    @Test
    void every_alarm_names_the_beginning_of_a_chapter() {
        Set<String> named = ALARM.matcher(read(Path.of("docker/prometheus/alerts.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(beginning -> assertThat(chapters).anyMatch(chapter -> chapter.startsWith(beginning)));
    }

    @Test
    void every_test_it_names_exists() throws IOException {
        Set<String> named = TEST.matcher(runbook)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(named).isNotEmpty();
        assertThat(there).containsAll(named);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
