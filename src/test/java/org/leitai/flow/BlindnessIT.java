package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.flow.BlindDay.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/**
 * Blind means unjoinable: the same day is played twice, with the same people, numbers and marks, and another sealed mapping between
 * them. A judge with a tablet, the public's pages and stream, every contestant and the organiser together see exactly the same, in the
 * same order, so nothing of it can join a number to a name. The encryption officer sees the difference, and so does everybody once two
 * officers have opened the identities.
 */
class BlindnessIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    @Test
    void another_sealed_mapping_changes_nothing_that_anybody_but_the_encryption_officer_sees() throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder)) {
            Visitor organiser = node.organiser();
            try (BlindDay one = new BlindDay(node, organiser, "1", List.of("K1", "K2", "K3"));
                    BlindDay other = new BlindDay(node, organiser, "2", List.of("K3", "K1", "K2"))) {
                one.judgeEverything();
                other.judgeEverything();

                assertThat(one.observed()).hasSizeGreaterThan(150).isEqualTo(other.observed());
                assertThat(one.observed())
                        .anySatisfy(seen -> assertThat(seen).startsWith("frame").contains("signed=6"))
                        .anySatisfy(seen -> assertThat(seen).startsWith("staff").contains("示例甲"))
                        .contains("staff refused not-allowed", "tablet refused not-allowed");
                assertThat(secrets(one)).containsExactly("K1 示例甲", "K2 示例乙", "K3 示例丙");
                assertThat(secrets(other)).containsExactly("K1 示例乙", "K2 示例丙", "K3 示例甲");
                assertThatThrownBy(() -> one.officer.get("boards/" + one.discipline + "?audience=staff"))
                        .isInstanceOfSatisfying(
                                Visitor.Refused.class,
                                no -> assertThat(no.code()).isEqualTo("not-allowed"));

                assertThat(best(opened(one))).isEqualTo("示例甲");
                assertThat(best(opened(other))).isEqualTo("示例乙");
            }
        }
    }

    private static List<String> secrets(BlindDay day) throws InterruptedException {
        return objects(day.officer
                        .get(day.path("stages/practical/blind-numbers"))
                        .getJsonArray("numbers"))
                .stream()
                .map(number -> number.getString("number") + " " + number.getString("name"))
                .sorted()
                .toList();
    }

    /** The staff's board once two officers have opened the numbers together. */
    private static JsonObject opened(BlindDay day) throws InterruptedException {
        day.organiser.post(day.path("stages/theory/close"), new JsonObject());
        day.organiser.post(day.path("stages/practical/close"), new JsonObject());
        day.organiser.post(day.path("lock"), new JsonObject());
        day.officer.post(day.path("opening"), json("stage", "practical"));
        day.supervisor.post(day.path("opening"), json("stage", "practical"));
        return day.ranked();
    }

    private static String best(JsonObject board) {
        return objects(board.getJsonArray("rows")).stream()
                .filter(row -> row.getInteger("rank", 0) == 1)
                .map(row -> row.getString("name"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
