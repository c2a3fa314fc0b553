package org.leitai.flow;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Trio;

/** Three nodes as real processes on which judges mark and people watch while something goes wrong. */
final class ThreeNodes implements AutoCloseable {
    /** Faults last as long as the promises are stated for: profile {@code faults}. */
    static final boolean FULL = "full".equals(System.getProperty("faults"));

    private static final int JUDGES = 7;
    private static final int A_FEW = 40;

    private final Trio trio;
    private final String password;

    private ThreeNodes(Trio trio) {
        this.trio = trio;
        this.password = trio.firstPassword();
    }

    static ThreeNodes start(RealServers servers, Path folder) throws IOException {
        return new ThreeNodes(Trio.start(servers, folder));
    }

    Trio trio() {
        return trio;
    }

    /** Something that goes wrong while judges mark. */
    @FunctionalInterface
    interface Fault {
        void happen(BusyHall hall) throws Exception;
    }

    /** The same while people watch. */
    @FunctionalInterface
    interface WatchedFault {
        void happen(BusyHall hall, List<Spectator> spectators) throws Exception;
    }

    static void cursor(BusyHall hall) {
        try {
            hall.organiser()
                    .post(
                            "disciplines/" + hall.discipline() + "/cursor",
                            new JsonObject().put("stage", "speech").put("subject", "01"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void judged(String name, Fault fault) throws Exception {
        judged(name, (hall, spectators) -> fault.happen(hall));
    }

    void judged(String name, WatchedFault fault) throws Exception {
        try (BusyHall hall = BusyHall.open(trio.http(), password, JUDGES);
                Spectator one = Spectator.of(trio.http(), hall.discipline());
                Spectator other = Spectator.of(trio.http(), hall.discipline())) {
            goesOn(hall);
            hall.longestWaitMillis();
            fault.happen(hall, List.of(one, other));
            long wait = hall.longestWaitMillis();
            List<UUID> confirmed = hall.finish();
            new Aftermath(trio).isAsItShouldBe(hall.discipline(), confirmed, List.of(one, other));
            System.out.printf(
                    "fault: %s: %d marks confirmed, a judge waited at most %d ms, %d frames shown, streams opened %d times%n",
                    name,
                    confirmed.size(),
                    wait,
                    one.shown().size() + other.shown().size(),
                    one.opened() + other.opened());
        } finally {
            trio.nodes().stream().filter(node -> !node.isRunning()).forEach(Program::startAgain);
        }
    }

    /** A fault takes its time: the one that a promise is stated for, or less of it. */
    static void lasts(Duration full, Duration scaled) throws Exception {
        Instant over = Instant.now().plus(FULL ? full : scaled);
        Await.until("it has lasted long enough", () -> Instant.now().isAfter(over));
    }

    static void goesOn(BusyHall hall) throws Exception {
        int before = hall.confirmed();
        Await.until("more marks are confirmed", () -> hall.confirmed() >= before + A_FEW);
    }

    /** Known by the address it reports. */
    Program owner(BusyHall hall) throws Exception {
        String owner = trio.ownerOf(hall.discipline()).toString();
        String[] address = {""};
        Await.until("the owner has reported itself", () -> {
            hall.organiser().get("installation").getJsonArray("nodes").stream()
                    .map(JsonObject.class::cast)
                    .filter(node -> node.getString("node").equals(owner))
                    .forEach(node -> address[0] = node.getString("address"));
            return !address[0].isEmpty();
        });
        return trio.nodes().stream()
                .filter(node -> node.http().getAuthority().equals(address[0]))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        trio.close();
    }
}
