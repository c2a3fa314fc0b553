package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leitai.platform.http.Contract;

/** What the contract promises is looked at by a test somewhere. */
class ContractTest {
    private final List<Contract.Operation> operations =
            Contract.of(App.contract()).operations();

    @Test
    void every_documented_error_code_occurs_in_a_test() {
        String tests = testSources();

        List<String> unseen = operations.stream()
                .flatMap(operation -> operation.problems().stream())
                .distinct()
                .filter(code -> !tests.contains('"' + code + '"'))
                .sorted()
                .toList();

        assertThat(unseen).isEmpty();
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(operations.stream().map(Contract.Operation::id)).doesNotHaveDuplicates();
    }

    private static String testSources() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ContractTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
