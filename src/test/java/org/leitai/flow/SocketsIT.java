package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;

/** A contest is judged over every kind of sockets. */
class SocketsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    /** As where the kernel, a container or the libraries let the program have nothing but the JDK's sockets. */
    private static final Map<String, String> NOTHING_NATIVE =
            Map.of("JAVA_TOOL_OPTIONS", "-Dio.netty.transport.noNative=true");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void judges_go_on_while_the_node_changes_its_sockets(@TempDir Path folder) throws Exception {
        Map<String, String> servers = Map.of(
                "LEITAI_PG_URI", SERVERS.appPgUri(),
                "LEITAI_PG_OWNER_URI", SERVERS.ownerPgUri(),
                "LEITAI_REDIS_URI", SERVERS.redisUri());
        try (Program program = Program.serve(folder.resolve("data"), servers);
                BusyHall hall = BusyHall.open(program.http(), program.firstPassword(), 2)) {
            goesOn(hall);
            assertThat(sockets(program)).isIn("io_uring", "epoll");

            program.stop();
            program.startAgain(Map.of("LEITAI_SOCKETS", "epoll"));
            goesOn(hall);
            assertThat(sockets(program)).isEqualTo("epoll");

            program.stop();
            assertThat(program.endsAtOnce(refused()))
                    .contains("leitai: LEITAI_SOCKETS=io_uring is not to be had here", "Leave it out")
                    .doesNotContain("\tat ");

            program.startAgain(NOTHING_NATIVE);
            goesOn(hall);
            assertThat(sockets(program)).isEqualTo("nio");
            hall.finish();
        }
    }

    private static Map<String, String> refused() {
        Map<String, String> settings = new HashMap<>(NOTHING_NATIVE);
        settings.put("LEITAI_SOCKETS", "io_uring");
        return settings;
    }

    private static void goesOn(BusyHall hall) throws Exception {
        int before = hall.confirmed();
        Await.until("more marks are confirmed", () -> hall.confirmed() >= before + 20);
    }

    private String sockets(Program program) throws Exception {
        String metrics = http.send(
                        HttpRequest.newBuilder(program.http().resolve("/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("leitai_sockets{"))
                .findFirst()
                .orElse("no line in /metrics")
                .replaceAll(".*transport=\"(\\w+)\".*", "$1");
    }
}
