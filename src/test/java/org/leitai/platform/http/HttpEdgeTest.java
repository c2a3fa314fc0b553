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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.leitai.kernel.Principal;
import org.leitai.kernel.doc.Doc;

/** A real server on a free port of loopback, with a contract of two operations. */
@ExtendWith(VertxExtension.class)
class HttpEdgeTest {
    private static final Authenticator ONE_SESSION = token -> Future.succeededFuture(
            token.equals("good")
                    ? new Authenticator.Session(
                            new Principal.Staff(new UUID(1, 1), new UUID(2, 2), List.of()), "csrf-1")
                    : Authenticator.NOBODY);

    private Vertx vertx;
    private WebClient client;
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
        HttpEdge edge = new HttpEdge(vertx, Contract.of(List.of("echo")), bindings, ONE_SESSION, router -> {});
        this.port = edge.listen("127.0.0.1", 0, null, 2).await();
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
    void an_unknown_address_and_a_wrong_method_are_problems_too() {
        assertProblem(client.get(port, "127.0.0.1", "/api/v1/nowhere").send().await(), 404, "not-found");
        assertThat(client.get(port, "127.0.0.1", "/api/v1/echo/a")
                        .send()
                        .await()
                        .statusCode())
                .isIn(404, 405);
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
    void every_answer_carries_the_security_headers() {
        var headers =
                client.get(port, "127.0.0.1", "/openapi.yaml").send().await().headers();

        assertThat(headers.get("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
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
