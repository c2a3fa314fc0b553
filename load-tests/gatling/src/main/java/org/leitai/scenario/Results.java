package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.List;

/** Results hour of a mass contest: people ask for their own rank, more of them at each step, after some that are not counted. */
public final class Results extends Simulation {
    private static final int STEP_SECONDS = 8;
    /** Compilers on both sides are done then; nothing of it is counted. */
    private static final int WARM_SECONDS = Hall.SMALL ? 2 : 20;

    private static final int WARM_RATE = Hall.SMALL ? 20 : 400;

    public Results() {
        List<Integer> rates = Hall.SMALL ? List.of(20, 50) : List.of(250, 500, 1_000, 1_500, 2_000, 3_000);
        List<PopulationBuilder> steps = new ArrayList<>();
        steps.add(scenario("warm-up").exec(Hall.uncounted()).injectOpen(constantUsersPerSec(WARM_RATE).during(WARM_SECONDS)));
        for (int i = 0; i < rates.size(); i++) {
            String name = "own rank at %04d arrivals/s".formatted(rates.get(i));
            // Two seconds between steps, so that none pays for the one before.
            steps.add(scenario(name).exec(Hall.ownRank(name)).injectOpen(
                    nothingFor(WARM_SECONDS + 2 + i * (STEP_SECONDS + 2)), constantUsersPerSec(rates.get(i)).during(STEP_SECONDS)));
        }
        setUp(steps).protocols(Hall.protocol());
    }

    @Override
    public void after() {
        Hall.MEASURED.write(Hall.FOLDER);
    }
}
