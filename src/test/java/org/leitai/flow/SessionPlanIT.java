package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.flow.SmallContest.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** The plan of sessions on its way from the organiser to a spectator, and what is no plan. */
class SessionPlanIT {
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long BEGINS_MICROS = 1_795_600_000_000_000L;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    Path folder;

    @Test
    void spectators_read_the_plan_in_the_order_of_time() throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder)) {
            Visitor organiser = node.organiser();
            SmallContest contest = SmallContest.make(node, organiser, json("rulebook", "speech"));
            contest.enter("");
            organiser.post(contest.at("publish"), json());
            JsonObject morning = session("speech", BEGINS_MICROS, BEGINS_MICROS + HOUR_MICROS);
            JsonObject evening = session("speech", BEGINS_MICROS + 9 * HOUR_MICROS, BEGINS_MICROS + 10 * HOUR_MICROS);

            plan(organiser, contest, evening, morning);

            assertThat(organiser
                            .get("disciplines/" + contest.discipline())
                            .getJsonArray("sessions")
                            .getJsonObject(0))
                    .isEqualTo(morning);
            // The first change goes out at once, the next ones a moment later together.
            Await.until("spectators are shown both", () -> shown(node, contest).size() == 2);
            assertThat(shown(node, contest).getJsonObject(1))
                    .isEqualTo(json("stage", "speech", "begins", BEGINS_MICROS + 9 * HOUR_MICROS)
                            .put("ends", BEGINS_MICROS + 10 * HOUR_MICROS));

            refused("unknown-stage", () -> plan(organiser, contest, session("play", 1, 2)));
            refused("session-ends-early", () -> plan(organiser, contest, session("speech", 2, 2)));
        }
    }

    private static JsonArray shown(LeitaiNode node, SmallContest contest) throws InterruptedException {
        return node.visitor().get("boards/" + contest.discipline()).getJsonArray("sessions");
    }

    private static JsonObject session(String stage, long beginsMicros, long endsMicros) {
        return json("stage", stage, "beginsMicros", beginsMicros, "endsMicros", endsMicros);
    }

    private static void plan(Visitor organiser, SmallContest contest, JsonObject... sessions)
            throws InterruptedException {
        organiser.post(contest.of("sessions"), json("sessions", JsonArray.of((Object[]) sessions)));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Visitor.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
