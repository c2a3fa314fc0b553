package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.http.Contract;
import org.leitai.testkit.RealServers;

/** Roles as permissions: every operation of the contract, called by everybody there is, against {@code permissions.txt}. */
class PermissionMatrixIT {
    static final List<String> STAFF = List.of(
            "organiser",
            "scorer",
            "timekeeper",
            "call-room-clerk",
            "encryption-officer",
            "supervisor",
            "host",
            "team-leader",
            "screen-operator",
            "auditor");
    private static final Set<String> REFUSED = Set.of("sign-in-first", "not-allowed");

    /** Answers that say nothing of permission: the request was not valid, or something broke. */
    private static final Set<String> UNDECIDED =
            Set.of("invalid-request", "malformed-body", "media-type", "method-not-allowed", "try-again", "internal");

    private static final Map<String, String> TABLE = table();

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private static LeitaiNode node;
    private static PermissionScene scene;

    @BeforeAll
    static void gather() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        scene = PermissionScene.set(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Map<String, String> table() {
        try (InputStream in =
                Objects.requireNonNull(PermissionMatrixIT.class.getResourceAsStream("/permissions.txt"))) {
            Map<String, String> table = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" {2,}", 2))
                    .forEach(row -> table.put(row[0].strip(), row[1].strip()));
            return table;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_operation_of_the_contract_stands_in_the_table_and_nothing_else_does() {
        Set<String> known = contract().keySet();

        assertThat(TABLE.keySet().stream().map(row -> row.split(" ", 2)[0]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static Map<String, Contract.Operation> contract() {
        return Contract.of(App.contract()).operations().stream()
                .collect(Collectors.toMap(Contract.Operation::id, operation -> operation));
    }

    @Test
    void each_role_may_exactly_what_the_table_says() throws Exception {
        Map<String, Contract.Operation> contract = contract();
        List<String> wrong = new ArrayList<>();
        Set<String> unlike = new LinkedHashSet<>();
        AnswerShapes shapes = new AnswerShapes();
        for (var row : TABLE.entrySet()) {
            Contract.Operation operation =
                    Objects.requireNonNull(contract.get(row.getKey().split(" ", 2)[0]), row.getKey());
            Set<String> may = new LinkedHashSet<>();
            for (String who : scene.people()) {
                String answer = scene.call(who, operation, row.getKey());
                assertThat(answer).as(row.getKey() + " by " + who).isNotIn(UNDECIDED);
                if (!REFUSED.contains(answer)) {
                    may.add(who);
                }
                if (answer.isEmpty()) {
                    shapes.fault(operation.id(), scene.answered(who)).ifPresent(unlike::add);
                }
            }
            Set<String> expected = expected(row.getValue());
            if (!may.equals(expected)) {
                wrong.add(row.getKey() + ": may " + may + ", the table says " + expected);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(unlike)
                .as("answers that are not as the contract describes them")
                .isEmpty();
    }

    private static Set<String> expected(String words) {
        Set<String> expected = new LinkedHashSet<>();
        for (String word : words.split(" +", -1)) {
            switch (word) {
                case "everybody" -> expected.addAll(scene.people());
                case "staff" -> expected.addAll(STAFF);
                default -> {
                    if (word.startsWith("-")) {
                        expected.remove(word.substring(1));
                    } else {
                        expected.add(word);
                    }
                }
            }
        }
        return expected;
    }
}
