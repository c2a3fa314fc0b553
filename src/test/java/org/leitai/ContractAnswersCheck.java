package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leitai.platform.http.Contract;

/**
 * Runs when all other tests are done: what servers answered them over HTTP is held against the contract. Each problem that was answered
 * is a line of {@code target/answered}: operation, status, code.
 */
class ContractAnswersCheck {
    private static final Path ANSWERED = Path.of("target", "answered");

    /** Answered only when another act comes between a request's reading and its writing; the deciders' tests have them. */
    private static final Set<Answer> RACES =
            Set.of(new Answer("createContest", "contest-exists"), new Answer("issueResults", "results-changed"));

    private static Set<Answer> answers = Set.of();

    private final Contract contract = Contract.of(App.contract());

    /** A problem as it was answered; the operation is - where none was reached. */
    private record Answer(String operation, String code) {
        static Answer of(String line) {
            List<String> words = List.of(line.split(" ", -1));
            return new Answer(words.getFirst(), words.getLast());
        }
    }

    @BeforeAll
    static void what_was_answered() throws IOException {
        Set<Answer> all = new HashSet<>();
        try (Stream<Path> files = Files.list(ANSWERED)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).forEach(line -> all.add(Answer.of(line)));
            }
        }
        assertThat(all).as("problems answered in tests, in " + ANSWERED).isNotEmpty();
        answers = all;
    }

    @Test
    void every_documented_problem_was_answered_in_a_test_at_its_operation() {
        Set<String> never = new TreeSet<>();
        for (Contract.Operation operation : contract.operations()) {
            operation.problems().stream()
                    .map(code -> new Answer(operation.id(), code))
                    .filter(answer -> !answers.contains(answer) && !RACES.contains(answer))
                    .forEach(answer -> never.add(answer.operation() + ": " + answer.code()));
        }

        assertThat(never).isEmpty();
    }

    @Test
    void every_answered_problem_is_documented_at_its_operation() {
        List<String> common = contract.commonProblems();
        Set<String> undocumented = new TreeSet<>();
        for (Contract.Operation operation : contract.operations()) {
            answers.stream()
                    .filter(answer -> answer.operation().equals(operation.id()))
                    .map(Answer::code)
                    .filter(code ->
                            !common.contains(code) && !operation.problems().contains(code))
                    .forEach(code -> undocumented.add(operation.id() + ": " + code));
        }

        assertThat(undocumented).isEmpty();
    }
}
