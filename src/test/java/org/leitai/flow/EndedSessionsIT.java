package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** PostgreSQL ends every session again and again, and takes no new ones for a moment, while judges mark and people sign in. */
class EndedSessionsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final int ENDINGS = 10;
    private static final int PEOPLE = 4;
    private static final long CLOSED_NANOS = Duration.ofMillis(150).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, String> answers = new ConcurrentHashMap<>();
    private volatile boolean done;

    @Test
    void nobody_is_told_that_the_server_is_broken_and_judges_go_on(@TempDir Path folder) throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder);
                BusyHall hall = BusyHall.open(node.http(), node.password(), 3)) {
            List<CompletableFuture<Void>> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i ->
                            CompletableFuture.runAsync(() -> signInAgainAndAgain(node), Thread::startVirtualThread))
                    .toList();
            for (int i = 0; i < ENDINGS; i++) {
                int before = hall.confirmed();
                SERVERS.closeDatabaseDuring(() -> LockSupport.parkNanos(CLOSED_NANOS));
                Await.until("judges go on", () -> hall.confirmed() > before + 3);
            }
            done = true;
            people.forEach(CompletableFuture::join);

            assertThat(hall.finish()).hasSizeGreaterThan(3 * ENDINGS);
        }
        assertThat(answers).containsKey(201);
        assertThat(answers.keySet()).as(answers.toString()).isSubsetOf(Set.of(201, 503));
    }

    /** Reads and writes the database without any cache. */
    private void signInAgainAndAgain(LeitaiNode node) {
        HttpRequest request = HttpRequest.newBuilder(node.http().resolve("/api/v1/session"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\":\"admin\",\"password\":\"%s\"}".formatted(node.password())))
                .build();
        while (!done) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                answers.putIfAbsent(answer.statusCode(), answer.body());
            } catch (IOException e) {
                answers.putIfAbsent(0, e.toString());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
