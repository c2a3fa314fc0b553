package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A node died a moment ago: its viewers come to the other one within five seconds while judges there go on. */
public final class Storm extends Simulation {
    public Storm() {
        setUp(
                scenario("judges").exec(Hall.mark()).injectOpen(constantUsersPerSec(Hall.SMALL ? 5 : 20).during(15)),
                scenario("viewers").exec(Hall.viewer("viewer back on the board", Duration.ofSeconds(8)))
                        .injectOpen(rampUsers(Integer.getInteger("scenario.viewers")).during(5)))
                .protocols(Hall.protocol());
    }

    @Override
    public void after() {
        Hall.MEASURED.write(Hall.FOLDER);
    }
}
