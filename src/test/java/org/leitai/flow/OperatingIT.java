package org.leitai.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.live.HubLimits;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** What an operator and a browser see of a node beside its contract: health, metrics, headers, cookies, streams that end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatingIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String OPENERS = "Cross-Origin-Opener-Policy";
    private static final int END_DEADLINE_S = 60;
    private static final long SESSION_CACHE_MILLIS = 2_000;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private LeitaiNode node;
    private String csrf = "";
    private String discipline = "";

    @BeforeAll
    void an_organiser_with_a_discipline(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        csrf = posted("session", credentials()).getString("csrf");
        String contest = posted(
                        "contests",
                        new JsonObject()
                                .put("title", new JsonObject().put("zh", "示例竞赛"))
                                .put("level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"))
                .getString("id");
        discipline = posted(
                        "contests/" + contest + "/disciplines",
                        new JsonObject().put("code", "Y").put("titleZh", "演讲").put("rulebook", "speech"))
                .getString("id");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_node_at_work_is_live_and_ready() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(ready.body()).contains("\"postgresql\":\"up\"", "\"redis\":\"up\"");
    }

    @Test
    void without_redis_a_node_stays_ready_says_that_it_does_without_and_takes_it_back() throws Exception {
        SERVERS.stopRedis();
        try {
            Await.until("the node says that Redis is away", () -> readiness().contains("\"redis\":\"degraded"));
            assertThat(get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/boards").statusCode()).isEqualTo(200);
        } finally {
            SERVERS.startRedis();
        }
        Await.until("the node has found Redis again", () -> readiness().contains("\"redis\":\"up\""));
    }

    private String readiness() throws Exception {
        return get("/health/ready").body();
    }

    @Test
    void metrics_tell_of_the_domain_and_name_routes_but_no_paths() throws Exception {
        get("/api/v1/disciplines/" + discipline);

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains(
                        "leitai_ledger_append_seconds_count",
                        "leitai_ledger_group_events_sum",
                        "leitai_ledger_waiting",
                        "leitai_keepers_loaded",
                        "leitai_keepers_waiting",
                        "leitai_keepers_fenced_total",
                        "leitai_board_lag_seconds_count",
                        "leitai_board_conflated_total",
                        "leitai_board_frames_bytes_count",
                        "leitai_viewers ",
                        "leitai_viewers_shared_total",
                        "leitai_viewers_skipped_total",
                        "leitai_viewers_dropped_total");
        assertThat(metrics.lines().filter(line -> line.startsWith("vertx_http_server_response_time_seconds_count")))
                .as("requests by route")
                .anyMatch(line -> line.contains("route=\"") && line.contains("iscipline"));
        assertThat(metrics).doesNotContain(discipline);
    }

    @Test
    void pages_and_answers_carry_the_policy() throws Exception {
        for (String path : List.of("/", "/openapi.yaml", "/api/v1/session", "/api/v1/nowhere")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self';"));
        }
    }

    /** Browsers heed it over HTTPS and from this machine alone, and complain of it at every page that comes otherwise. */
    @Test
    void pages_are_kept_from_their_openers_wherever_browsers_heed_it() throws Exception {
        HttpClient tablet = HttpClient.newBuilder().sslContext(trusting(ca())).build();
        URI secure = URI.create("https://127.0.0.1:" + node.httpsPort() + "/");

        assertThat(openers(tablet.send(HttpRequest.newBuilder(secure).build(), BodyHandlers.ofString())
                        .headers()
                        .map()))
                .as("HTTPS")
                .containsExactly("same-origin");
        assertThat(openers(get("/").headers().map())).as("this machine").containsExactly("same-origin");
        assertThat(plainAnswerTo("hall.leitai.test"))
                .as("another name, plain")
                .doesNotContain(OPENERS.toLowerCase(Locale.ROOT));
    }

    private static List<String> openers(Map<String, List<String>> headers) {
        return headers.getOrDefault(OPENERS.toLowerCase(Locale.ROOT), List.of());
    }

    /** The headers, in small letters; over a socket, because Java's client sets Host itself. */
    private String plainAnswerTo(String host) throws IOException {
        try (Socket socket = new Socket(node.http().getHost(), node.http().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8).toLowerCase(Locale.ROOT);
            assertThat(answer).startsWith("http/1.1 200").contains("content-security-policy");
            return answer;
        }
    }

    @Test
    void over_https_with_the_halls_authority_cookies_are_secure() throws Exception {
        HttpClient tablet = HttpClient.newBuilder().sslContext(trusting(ca())).build();
        URI session = URI.create("https://127.0.0.1:" + node.httpsPort() + "/api/v1/session");

        HttpResponse<String> answer = tablet.send(
                HttpRequest.newBuilder(session)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(credentials().encode()))
                        .build(),
                BodyHandlers.ofString());

        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(3).allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.contains("HTTPOnly"))
                .as("the page itself reads the CSRF value alone")
                .hasSize(2);
    }

    @Test
    void long_answers_come_whole_to_clients_that_offer_http2() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (HttpClient fresh = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = fresh.sendAsync(
                                HttpRequest.newBuilder(node.http().resolve("/metrics"))
                                        .build(),
                                BodyHandlers.ofString())
                        .get(END_DEADLINE_S, TimeUnit.SECONDS);

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
                assertThat(answer.body()).contains("leitai_viewers ");
            }
        }
    }

    @Test
    void who_only_looks_gets_no_cookie() throws Exception {
        for (String page : List.of("/", "/api/v1/boards", "/api/v1/session", "/judge")) {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(node.http().resolve(page)).build(), BodyHandlers.discarding());

            assertThat(answer.headers().allValues("Set-Cookie")).as(page).isEmpty();
        }
    }

    /** The promise is five seconds: a session is remembered for two, and streams ask at each tick. */
    @Test
    void a_revoked_session_ends_its_streams() throws Exception {
        assertThat(HubLimits.standard().tickMillis() + SESSION_CACHE_MILLIS).isLessThan(5_000);
        HttpClient other =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        other.send(post("session", credentials()).build(), BodyHandlers.ofString());
        HttpResponse<InputStream> staff = stream(other, "staff");
        HttpResponse<InputStream> spectator = stream(HttpClient.newHttpClient(), "public");
        assertThat(staff.statusCode()).isEqualTo(200);
        CompletableFuture<Void> ended =
                CompletableFuture.runAsync(() -> drain(staff.body()), Thread::startVirtualThread);
        CompletableFuture<Void> goesOn =
                CompletableFuture.runAsync(() -> drain(spectator.body()), Thread::startVirtualThread);

        revokeNewestSession();

        ended.get(END_DEADLINE_S, TimeUnit.SECONDS);
        assertThat(goesOn).as("a spectator's stream goes on").isNotDone();
        spectator.body().close();
    }

    /** As another node, or an officer's action there, leaves it in the table. */
    private static void revokeNewestSession() throws Exception {
        PgAddress all = SERVERS.superuser();
        try (Connection connection = DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate("""
                            update session set revoked_micros = created_micros where created_micros =
                                (select max(created_micros) from session)""")).isEqualTo(1);
        }
    }

    private HttpResponse<InputStream> stream(HttpClient client, String audience) throws Exception {
        return client.send(
                HttpRequest.newBuilder(node.http().resolve("/api/v1/stream?boards=" + discipline + "/" + audience))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private static void drain(InputStream stream) {
        try (stream) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Closed by this test, or cut by the server: both end it.
        }
    }

    private byte[] ca() throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(node.http().resolve("/ca.crt")).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private static SSLContext trusting(byte[] certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "hall",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private JsonObject credentials() {
        return new JsonObject().put("login", node.login()).put("password", node.password());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(node.http().resolve(path)).build(), BodyHandlers.ofString());
    }

    private JsonObject posted(String path, JsonObject body) throws Exception {
        return new JsonObject(
                browser.send(post(path, body).build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder post(String path, JsonObject body) {
        return HttpRequest.newBuilder(node.http().resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.encode()));
    }
}
