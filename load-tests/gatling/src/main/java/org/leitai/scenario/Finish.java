package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** The last marks come in and everyone refreshes within five seconds: the board and the own row. */
public final class Finish extends Simulation {
    public Finish() {
        Duration calm = Duration.ofSeconds(5);
        int people = Hall.SMALL ? 200 : 4_000;
        setUp(
                scenario("judges").exec(Hall.mark()).injectOpen(constantUsersPerSec(Hall.SMALL ? 5 : 20).during(20)),
                scenario("boards").exec(Hall.board()).injectOpen(nothingFor(calm), rampUsers(people).during(calm)),
                scenario("rows").exec(Hall.ownRow()).injectOpen(nothingFor(calm), rampUsers(people).during(calm)))
                .protocols(Hall.protocol());
    }

    @Override
    public void after() {
        Hall.MEASURED.write(Hall.FOLDER);
    }
}
