package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/** A contest that is not published does not exist for the public, also for those who know its disciplines' ids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftContestIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private LeitaiNode node;
    private Visitor organiser;
    private String contest = "";
    private String discipline = "";

    @BeforeAll
    void a_contest_that_is_being_set_up() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
        JsonObject draft = new JsonObject()
                .put("title", new JsonObject().put("zh", "示例竞赛"))
                .put("level", "city")
                .put("firstDay", "2026-11-23")
                .put("lastDay", "2026-11-23");
        contest = organiser.post("contests", draft).getString("id");
        JsonObject rescue =
                new JsonObject().put("code", "R").put("titleZh", "矿山救援").put("rulebook", "mine-rescue");
        discipline =
                organiser.post("contests/" + contest + "/disciplines", rescue).getString("id");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void its_boards_appear_with_the_publication_and_not_before() throws Exception {
        Visitor spectator = node.visitor();
        for (String path : List.of("", "/page?division=", "/rows/0123456789abcdef0123")) {
            assertThatThrownBy(() -> spectator.get("boards/" + discipline + path))
                    .isInstanceOfSatisfying(
                            Visitor.Refused.class, no -> assertThat(no.code()).isEqualTo("not-found"));
        }
        try (Viewer viewer = Viewer.of(node.http(), discipline + "/public")) {
            assertThat(viewer.awaitAbsent()).isEqualTo(discipline + "/public");
        }
        assertThat(organiser.get("boards/" + discipline + "?audience=staff").getString("kind"))
                .isEqualTo("snapshot");

        organiser.post("contests/" + contest + "/publish", new JsonObject());

        assertThat(spectator.get("boards/" + discipline).getJsonObject("head").getString("code"))
                .isEqualTo("R");
        try (Viewer viewer = Viewer.of(node.http(), discipline + "/public")) {
            viewer.await(frame -> frame.getString("kind").equals("snapshot"));
        }
    }
}
