package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.PermissionRequests.json;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.http.Contract;
import org.leitai.testkit.RealServers;

/** Every operation that says so in the contract answers {@code not-found} about ids that nobody gave, to somebody who may ask. */
class UnknownThingsIT {
    private static final String NOT_FOUND = "not-found";

    /** Answers so about a contest that is not published, which RefusedActsIT asks. */
    private static final String OF_A_DRAFT = "getMyPlace";

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

    @Test
    void what_nobody_made_is_not_found() throws Exception {
        List<String> found = new ArrayList<>();
        for (Contract.Operation operation : Contract.of(App.contract()).operations()) {
            if (!operation.problems().contains(NOT_FOUND) || operation.id().equals(OF_A_DRAFT)) {
                continue;
            }
            List<String> answers = new ArrayList<>();
            for (String who : List.of("installation", "encryption-officer", "chief", "contestant")) {
                answers.add(scene.callUnknown(who, operation));
            }
            if (!answers.contains(NOT_FOUND)) {
                found.add(operation.id() + ": " + answers);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_wall_has_a_name_and_shows_a_discipline_of_its_contest() throws Exception {
        JsonObject stranger =
                json("name", "大屏 1", "discipline", UUID.randomUUID().toString());

        assertThat(scene.put("installation", "walls/1", json("name", " "))).isEqualTo("wall-name-invalid");
        assertThat(scene.put("installation", "walls/1", stranger)).isEqualTo("discipline-unknown");
    }
}
