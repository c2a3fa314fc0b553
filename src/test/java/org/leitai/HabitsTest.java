package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits of the sources that the byte code no longer shows. */
class HabitsTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEST = Path.of("src", "test", "java");

    /** Above what the biggest files have: a file that grows past it is two files. */
    private static final long LINES_OF_MAIN = 320;

    private static final long LINES_OF_A_TEST = 400;

    @Test
    void files_stay_small_enough_to_be_read() {
        assertThat(sources(MAIN).filter(longerThan(LINES_OF_MAIN))).isEmpty();
        assertThat(sources(TEST).filter(longerThan(LINES_OF_A_TEST))).isEmpty();
    }

    @Test
    void most_files_are_short() {
        List<Long> sizes = sources(MAIN).map(HabitsTest::lines).sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).as("half of all files").isLessThanOrEqualTo(100);
        assertThat(sizes.get(sizes.size() * 95 / 100)).as("19 of 20 files").isLessThanOrEqualTo(280);
    }

    @Test
    void every_package_has_its_package_info() {
        assertThat(Stream.of(MAIN, TEST)
                        .flatMap(HabitsTest::sources)
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void nothing_is_put_off_in_a_comment() {
        assertThat(Stream.of(MAIN, TEST)
                        .flatMap(HabitsTest::sources)
                        .filter(file ->
                                text(file).contains("TO" + "DO") || text(file).contains("FIX" + "ME")))
                .isEmpty();
    }

    private static Predicate<Path> longerThan(long lines) {
        return file -> lines(file) > lines;
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
