package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.testkit.RealServers;

/** What a spectator's client is told when it asks for a board that cannot be. */
class BoardRefusalsIT {
    private static final String BOARD = "01939a3e-0000-7000-8000-000000000001";

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private static LeitaiNode node;

    @BeforeAll
    static void start() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void an_audience_that_does_not_exist_is_named() {
        refused("boards/" + BOARD + "?audience=everybody", "not-an-audience");
    }

    @Test
    void an_offset_that_is_no_number_is_named() {
        refused("boards/" + BOARD + "/page?division=staff&offset=first", "not-a-number");
    }

    @Test
    void a_search_for_nothing_is_named() {
        refused("boards/" + BOARD + "/find?q=%20", "nothing-to-find");
    }

    @Test
    void a_stream_of_something_else_than_boards_is_refused() {
        refused("stream?boards=weather", "not-a-board");
    }

    @Test
    void a_stream_of_more_boards_than_a_page_has_is_refused() {
        refused("stream?boards=" + String.join(",", Collections.nCopies(40, BOARD + "/public")), "too-many-boards");
    }

    private static void refused(String path, String code) {
        assertThatThrownBy(() -> node.visitor().get(path)).hasMessageContaining(": " + code + ":");
    }
}
