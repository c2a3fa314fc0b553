package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;

/** The whole program beside a PostgreSQL and a Redis of somebody else's, which go away and are edited by hand. */
class OwnServersIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final int JUDGES = 4;
    private static final int A_FEW = 20;
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final Pattern ROWS_COMPARED = Pattern.compile(
            "boards: 2 folded from the ledger, 2 of them in Redis, [1-9]\\d* rows compared, 0 differences");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void postgresql_stopped_for_ten_seconds_while_judges_mark_loses_and_doubles_nothing() throws Exception {
        try (Program program = Program.serve(folder.resolve("data"), servers())) {
            List<UUID> confirmed;
            try (BusyHall hall = BusyHall.open(program.http(), program.firstPassword(), JUDGES)) {
                goesOn(hall);
                SERVERS.stopPostgres();
                Instant back = Instant.now().plus(AWAY);
                Await.until(
                        "the node says that PostgreSQL is away",
                        () -> ready(program).statusCode() == 503);
                assertThat(ready(program).body()).contains("\"ready\":false", "\"postgresql\":\"down");
                Await.until("ten seconds are over", () -> Instant.now().isAfter(back));
                SERVERS.startPostgres();
                goesOn(hall);
                Await.until("the node is ready again", () -> ready(program).statusCode() == 200);
                confirmed = hall.finish();
            }

            assertThat(marks()).containsAll(confirmed).doesNotHaveDuplicates();
            Await.until(
                    "boards in Redis are what the ledger says",
                    () -> ROWS_COMPARED.matcher(verify(program).output()).find());
            assertThat(verify(program).code()).isZero();
            editedByHandIsFound(program);
        }
    }

    /** By somebody who may do everything in the database, and switches the triggers off first. */
    private void editedByHandIsFound(Program program) throws Exception {
        String stream;
        try (Connection connection = superuser();
                Statement edit = connection.createStatement()) {
            edit.execute("set session_replication_role = replica");
            ResultSet edited = edit.executeQuery("""
                    update ledger_event set body = convert_to(replace(convert_from(body, 'UTF8'), '3.5', '4.9'), 'UTF8')
                    where seq = (select min(seq) from ledger_event
                                 where name like 'judging.mark-recorded.%' and convert_from(body, 'UTF8') like '%3.5%')
                      and name like 'judging.mark-recorded.%'
                    returning stream::text || ', event ' || seq""");
            assertThat(edited.next()).isTrue();
            stream = edited.getString(1);
        }

        Program.Finished verified = verify(program);

        assertThat(verified.code()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains(", 1 damaged", "stream " + stream + ": ");
    }

    private Program.Finished verify(Program program) {
        return Program.run(program.settings(), folder.resolve("verify.log"), "verify");
    }

    private static Map<String, String> servers() {
        Map<String, String> settings = new HashMap<>();
        settings.put("LEITAI_PG_URI", SERVERS.appPgUri());
        settings.put("LEITAI_PG_OWNER_URI", SERVERS.ownerPgUri());
        settings.put("LEITAI_REDIS_URI", SERVERS.redisUri());
        return settings;
    }

    private HttpResponse<String> ready(Program program) throws Exception {
        return http.send(
                HttpRequest.newBuilder(program.http().resolve("/health/ready")).build(), BodyHandlers.ofString());
    }

    private static void goesOn(BusyHall hall) throws Exception {
        int before = hall.confirmed();
        Await.until("more marks are confirmed", () -> hall.confirmed() >= before + A_FEW);
    }

    private static List<UUID> marks() throws Exception {
        try (Connection connection = superuser();
                Statement read = connection.createStatement();
                ResultSet found = read.executeQuery(
                        "select command_key from ledger_event where name like 'judging.mark-recorded.%'")) {
            List<UUID> keys = new ArrayList<>();
            while (found.next()) {
                keys.add(found.getObject(1, UUID.class));
            }
            return keys;
        }
    }

    private static Connection superuser() throws Exception {
        PgAddress all = SERVERS.superuser();
        return DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
    }
}
