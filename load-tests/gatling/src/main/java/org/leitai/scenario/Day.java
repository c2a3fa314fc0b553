package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A contest day in a minute: judges mark, contestants look at their row, viewers come and stay 20 s. */
public final class Day extends Simulation {
    public Day() {
        int seconds = Hall.SMALL ? 10 : 60;
        setUp(
                scenario("judges").exec(Hall.mark()).injectOpen(constantUsersPerSec(Hall.SMALL ? 5 : 20).during(seconds).randomized()),
                scenario("contestants").exec(Hall.ownRow())
                        .injectOpen(constantUsersPerSec(Hall.SMALL ? 5 : 40).during(seconds).randomized()),
                scenario("viewers").exec(Hall.viewer("viewer sees the board", Duration.ofSeconds(Hall.SMALL ? 4 : 20)))
                        .injectOpen(constantUsersPerSec(Hall.SMALL ? 5 : 20).during(seconds).randomized()))
                .protocols(Hall.protocol());
    }

    @Override
    public void after() {
        Hall.MEASURED.write(Hall.FOLDER);
    }
}
