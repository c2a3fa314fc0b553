package org.leitai.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.leitai.kernel.Principal;
import org.leitai.kernel.doc.Doc;

/** A real server on a free port of loopback, with a contract of two operations. */
@ExtendWith(VertxExtension.class)
class HttpEdgeTest {
    private static final Authenticator ONE_SESSION = token -> switch (token) {
        case "good" ->
            Future.succeededFuture(new Authenticator.Session(
                    new Principal.Staff(new UUID(1, 1), new UUID(2, 2), List.of()), "csrf-1"));
        case "away" -> Future.failedFuture(new ConnectException("connection refused"));
        case "crowded" -> Future.failedFuture("Timeout");
        case "closing" -> Future.failedFuture(ClosedConnectionException.INSTANCE);
        case "broken" -> Future.failedFuture(new IllegalStateException("planted"));
        default -> Future.succeededFuture(Authenticator.NOBODY);
    };

    private Vertx vertx;
    private WebClient client;
    private HttpEdge edge;
    private int port;

    @BeforeEach
    void start(Vertx vertx) {
        this.vertx = vertx;
        this.client = WebClient.create(vertx);
        var bindings = new Bindings();
        bindings.on(
                "echo",
                call -> Future.succeededFuture(Reply.ok(Doc.obj()
                        .put("name", call.path("name"))
                        .put("text", call.body().text("text"))
                        .build())));
        bindings.on(
                "upload",
                call -> Future.succeededFuture(
                        Reply.ok(Doc.obj().put("bytes", call.rawBody().length()).build())));
        this.edge = new HttpEdge(
                vertx,
                Contract.of(List.of("echo")),
                bindings,
                ONE_SESSION,
                router -> router.get("/loop")
                        .handler(routing -> routing.end(Thread.currentThread().getName())));
        this.port = edge.listen("127.0.0.1", 0, null, 2).await();
    }

    @Test
    void connections_are_spread_over_the_event_loops() {
        var loops = new TreeSet<String>();
        for (int i = 0; i < 8; i++) {
            WebClient another = WebClient.create(vertx);
            loops.add(another.get(port, "127.0.0.1", "/loop").send().await().bodyAsString());
            another.close();
        }

        assertThat(loops).hasSize(2);
    }

    @Test
    void nobody_is_answered_on_another_address_than_the_one_named() {
        assertThat(client.get(port, "127.0.0.1", "/openapi.yaml").send().await().statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() ->
                        client.get(port, "127.0.0.2", "/openapi.yaml").send().await())
                .hasMessageContaining("refused");
    }

    @Test
    void an_operation_of_the_contract_is_answered() {
        assertThat(post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"中文\"}"))
                        .await()
                        .bodyAsString())
                .isEqualTo("{\"name\":\"a\",\"text\":\"中文\"}");
    }

    @Test
    void a_body_against_the_contract_is_a_problem_that_names_the_place() {
        HttpResponse<Buffer> answer = post("/api/v1/echo/a")
                .sendBuffer(Buffer.buffer("{\"txt\":\"x\"}"))
                .await();

        assertProblem(answer, 400, "invalid-request");
    }

    @Test
    void malformed_and_nul_bearing_bodies_are_refused_at_the_edge() {
        assertProblem(
                post("/api/v1/echo/a").sendBuffer(Buffer.buffer("{\"text\":")).await(), 400, "invalid-request");
        assertProblem(
                post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"a\\u0000b\"}"))
                        .await(),
                400,
                "malformed-body");
        assertProblem(
                post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"\\ud800\"}"))
                        .await(),
                400,
                "malformed-body");
    }

    @Test
    void a_body_of_5_mb_is_too_large_and_a_raw_upload_has_its_own_bound() {
        Buffer large = Buffer.buffer(new byte[5 << 20]);

        assertProblem(post("/api/v1/echo/a").sendBuffer(large).await(), 413, "body-too-large");
        assertProblem(post("/api/v1/upload").sendBuffer(large).await(), 413, "body-too-large");
        assertThat(post("/api/v1/upload")
                        .sendBuffer(Buffer.buffer(new byte[1_500_000]))
                        .await()
                        .bodyAsString())
                .isEqualTo("{\"bytes\":1500000}");
    }

    @Test
    void texts_in_an_address_are_bounded_by_the_contract_for_raw_operations_too() {
        assertThat(post("/api/v1/upload?called=0123456789")
                        .sendBuffer(Buffer.buffer("x"))
                        .await()
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                post("/api/v1/upload?called=0123456789a")
                        .sendBuffer(Buffer.buffer("x"))
                        .await(),
                400,
                "invalid-request");
        assertProblem(
                post("/api/v1/echo/0123456789a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"x\"}"))
                        .await(),
                400,
                "invalid-request");
    }

    @Test
    void an_unknown_address_and_a_wrong_method_are_problems_too() {
        assertProblem(client.get(port, "127.0.0.1", "/api/v1/nowhere").send().await(), 404, "not-found");
        assertProblem(client.get(port, "127.0.0.1", "/api/v1/echo/a").send().await(), 405, "method-not-allowed");
        HttpResponse<Buffer> wrong =
                client.delete(port, "127.0.0.1", "/api/v1/upload").send().await();
        assertProblem(wrong, 405, "method-not-allowed");
        assertThat(wrong.getHeader("Allow")).isEqualTo("POST");
    }

    @Test
    void another_media_type_and_no_body_are_problems() {
        assertProblem(
                client.post(port, "127.0.0.1", "/api/v1/echo/a")
                        .putHeader("Content-Type", "application/xml")
                        .sendBuffer(Buffer.buffer("<text>x</text>"))
                        .await(),
                415,
                "media-type");
        assertProblem(post("/api/v1/echo/a").send().await(), 400, "invalid-request");
    }

    @Test
    void bodies_nested_without_end_and_numbers_without_end_are_problems() {
        String nested = "[".repeat(100_000) + "]".repeat(100_000);
        String endless = "{\"text\":" + "9".repeat(100_000) + "}";

        assertProblem(post("/api/v1/echo/a").sendBuffer(Buffer.buffer(nested)).await(), 400, "invalid-request");
        assertProblem(
                post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":" + nested + "}"))
                        .await(),
                400,
                "invalid-request");
        assertProblem(post("/api/v1/echo/a").sendBuffer(Buffer.buffer(endless)).await(), 400, "invalid-request");
        assertThat(post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"still well\"}"))
                        .await()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bytes_that_are_no_text_are_a_problem() {
        assertProblem(
                post("/api/v1/echo/a")
                        .sendBuffer(Buffer.buffer("{\"text\":\"")
                                .appendBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0})
                                .appendString("\"}"))
                        .await(),
                400,
                "invalid-request");
    }

    @Test
    void a_signed_in_write_must_repeat_the_csrf_value() {
        Buffer body = Buffer.buffer("{\"text\":\"x\"}");

        assertProblem(
                post("/api/v1/echo/a")
                        .putHeader("Cookie", "leitai_session=good")
                        .sendBuffer(body)
                        .await(),
                403,
                "csrf");
        assertThat(post("/api/v1/echo/a")
                        .putHeader("Cookie", "leitai_session=good")
                        .putHeader("X-CSRF-Token", "csrf-1")
                        .sendBuffer(body)
                        .await()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_away_behind_us_is_to_be_tried_again_and_what_is_broken_is_not() {
        for (String token : List.of("away", "crowded", "closing")) {
            HttpResponse<Buffer> answer = withSession(token);
            assertProblem(answer, 503, "try-again");
            assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        }
        assertProblem(withSession("broken"), 500, "internal");
    }

    @Test
    void what_fails_while_this_node_stops_is_to_be_tried_again_elsewhere() {
        edge.drain();

        HttpResponse<Buffer> answer = withSession("broken");

        assertProblem(answer, 503, "try-again");
        assertThat(answer.getHeader("Connection")).isEqualTo("close");
    }

    private HttpResponse<Buffer> withSession(String token) {
        return post("/api/v1/echo/a")
                .putHeader("Cookie", "leitai_session=" + token)
                .sendBuffer(Buffer.buffer("{\"text\":\"x\"}"))
                .await();
    }

    @Test
    void every_answer_carries_the_security_headers() {
        var headers =
                client.get(port, "127.0.0.1", "/openapi.yaml").send().await().headers();

        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'self'; script-src 'self';", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.get("X-Request-Id")).isNotBlank();
    }

    @Test
    void the_published_contract_holds_raw_operations_too() {
        assertThat(client.get(port, "127.0.0.1", "/openapi.yaml").send().await().bodyAsString())
                .contains("openapi: \"3.1.0\"", "/api/v1/upload", "operationId: \"echo\"");
    }

    @Test
    void an_operation_without_handler_stops_the_start() {
        HttpEdge edge = new HttpEdge(vertx, Contract.of(List.of("echo")), new Bindings(), ONE_SESSION, router -> {});

        assertThatThrownBy(() -> edge.router().await())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without handler [echo, upload]");
    }

    private HttpRequest<Buffer> post(String path) {
        return client.post(port, "127.0.0.1", path).putHeader("Content-Type", "application/json");
    }

    private static void assertProblem(HttpResponse<Buffer> answer, int status, String code) {
        assertThat(answer.bodyAsString()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    }
}
