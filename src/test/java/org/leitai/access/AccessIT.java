package org.leitai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientSession;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.http.Bindings;
import org.leitai.platform.http.Contract;
import org.leitai.platform.http.HttpEdge;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.testkit.RealServers;

/** Staff sign-in over HTTP against real PostgreSQL; seats are tested with the arena in the flow tests. */
@ExtendWith(VertxExtension.class)
class AccessIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private static final AtomicLong CLOCK_MICROS = new AtomicLong(1_000_000_000_000_000L);

    private Vertx vertx;
    private Pool pool;
    private int port;
    private String password = "";

    @BeforeEach
    void start(Vertx vertx) throws IOException {
        this.vertx = vertx;
        pool = Pool.pool(vertx, PgConnectOptions.fromUri(SERVERS.appPgUri()), new PoolOptions().setMaxSize(4));
        var access = new Access(
                vertx, pool, new NoKeepers(), InstallationKey.loadOrCreate(folder.resolve("key")), CLOCK_MICROS::get);
        String fresh = access.firstOrganiser("admin").await();
        password = fresh.isEmpty() ? firstPassword : fresh;
        firstPassword = password;
        var bindings = new Bindings();
        access.bind(bindings);
        var edge = new HttpEdge(vertx, Contract.of(Access.contract()), bindings, access.authenticator(), router -> {});
        port = edge.listen("127.0.0.1", 0, null, 1).await();
    }

    private static String firstPassword = "";

    @Test
    void the_first_organiser_signs_in_and_adds_a_colleague_who_may_not_do_the_same() {
        Browser admin = new Browser();
        assertThat(admin.signIn("admin", password).statusCode()).isEqualTo(201);

        String login = "clerk-" + UUID.randomUUID();
        var colleague = new JsonObject()
                .put("login", login)
                .put("password", "a long password")
                .put("name", "示例同事");
        assertThat(admin.post("accounts", colleague).statusCode()).isEqualTo(201);
        assertThat(admin.post("accounts", colleague).bodyAsJsonObject().getString("code"))
                .isEqualTo("login-taken");

        Browser clerk = new Browser();
        clerk.signIn(login, "a long password");
        assertThat(clerk.get("accounts").bodyAsJsonObject().getString("code")).isEqualTo("not-allowed");
    }

    @Test
    void an_organiser_of_one_contest_sees_who_works_there_and_whom_they_added_and_nobody_else() {
        UUID here = UUID.randomUUID();
        String organiser = account("organiser");
        String colleague = account("colleague");
        String stranger = account("stranger");
        appoint(organiser, "organiser", here);
        appoint(colleague, "host", here);
        appoint(stranger, "organiser", UUID.randomUUID());
        CLOCK_MICROS.addAndGet(3_000_000);

        Browser browser = new Browser();
        browser.signIn(organiser, "a long password");
        String added = "added-" + UUID.randomUUID();
        browser.post("accounts", someone(added));

        assertThat(logins(browser)).containsExactlyInAnyOrder(organiser, colleague, added);
        Browser admin = new Browser();
        admin.signIn("admin", password);
        assertThat(logins(admin)).contains("admin", organiser, colleague, stranger, added);
    }

    @Test
    void somebody_unseen_is_appointed_by_the_login_they_told_and_only_if_there_is_one() {
        UUID here = UUID.randomUUID();
        String organiser = account("organiser");
        String stranger = account("stranger");
        appoint(organiser, "organiser", here);
        Browser browser = new Browser();
        browser.signIn(organiser, "a long password");
        String roles = "contests/" + here + "/roles";

        var nobody = new JsonObject().put("login", "nobody-here").put("role", "host");
        assertThat(browser.post(roles, nobody).bodyAsJsonObject().getString("code"))
                .isEqualTo("account-unknown");
        var unknown =
                new JsonObject().put("account", UUID.randomUUID().toString()).put("role", "host");
        assertThat(browser.post(roles, unknown).bodyAsJsonObject().getString("code"))
                .isEqualTo("account-unknown");
        // Found; this node keeps no contest that could record it.
        assertThat(browser.post(roles, nobody.put("login", stranger)).statusCode())
                .isEqualTo(503);
    }

    private String account(String what) {
        Browser admin = new Browser();
        admin.signIn("admin", password);
        String login = what + "-" + UUID.randomUUID();
        assertThat(admin.post("accounts", someone(login)).statusCode()).isEqualTo(201);
        return login;
    }

    private static JsonObject someone(String login) {
        return new JsonObject()
                .put("login", login)
                .put("password", "a long password")
                .put("name", "示例同事");
    }

    private void appoint(String login, String role, UUID contest) {
        pool.preparedQuery("""
                        insert into role_grant (id, account, role, contest, granted_by, granted_micros)
                        select $1, id, $2, $3, id, 0 from account where login = $4""")
                .execute(Tuple.of(UUID.randomUUID(), role, contest, login))
                .await();
    }

    private static List<String> logins(Browser browser) {
        return browser.get("accounts").bodyAsJsonObject().getJsonArray("accounts").stream()
                .map(JsonObject.class::cast)
                .map(account -> account.getString("login"))
                .toList();
    }

    @Test
    void nobody_lists_accounts_without_signing_in() {
        assertThat(new Browser().get("accounts").bodyAsJsonObject().getString("code"))
                .isEqualTo("sign-in-first");
    }

    @Test
    void a_session_survives_a_restart_and_ends_with_signing_out(Vertx other) throws IOException {
        Browser admin = new Browser();
        admin.signIn("admin", password);
        start(other);
        assertThat(admin.get("session").bodyAsJsonObject().getString("kind")).isEqualTo("staff");

        admin.delete("session");
        CLOCK_MICROS.addAndGet(3_000_000);
        assertThat(admin.get("session").bodyAsJsonObject().getString("kind")).isEqualTo("none");
    }

    @Test
    void ten_wrong_codes_lock_that_device_only() {
        Browser wrong = new Browser();
        for (int i = 0; i < 10; i++) {
            assertThat(wrong.post("entry-session", code("ABCD2345"))
                            .bodyAsJsonObject()
                            .getString("code"))
                    .isEqualTo("wrong-code");
        }
        assertThat(wrong.post("entry-session", code("ABCD2345"))
                        .bodyAsJsonObject()
                        .getString("code"))
                .isEqualTo("too-many-attempts");
        assertThat(wrong.signIn("admin", password).statusCode()).isEqualTo(429);

        assertThat(new Browser().signIn("admin", password).statusCode()).isEqualTo(201);

        CLOCK_MICROS.addAndGet(601_000_000);
        assertThat(wrong.signIn("admin", password).statusCode()).isEqualTo(201);
    }

    @Test
    void the_token_stands_nowhere_in_the_database() {
        Browser admin = new Browser();
        HttpResponse<Buffer> signedIn = admin.signIn("admin", password);
        String token = signedIn.cookies().stream()
                .filter(cookie -> cookie.startsWith("leitai_session="))
                .findFirst()
                .orElseThrow();

        assertThat(token).contains("HTTPOnly", "SameSite=Lax");
        String secret = token.substring("leitai_session=".length(), token.indexOf(';'));
        pool.query("select s::text || encode(s.token_hash, 'escape') as row from session s")
                .execute()
                .await()
                .forEach(row -> assertThat(row.getString("row")).doesNotContain(secret));
    }

    private static JsonObject code(String code) {
        return new JsonObject().put("number", "W-001").put("code", code);
    }

    /** One browser with its cookies. */
    private final class Browser {
        private final WebClientSession session = WebClientSession.create(WebClient.create(vertx));
        private String csrf = "";

        HttpResponse<Buffer> signIn(String login, String secret) {
            HttpResponse<Buffer> answer =
                    post("session", new JsonObject().put("login", login).put("password", secret));
            if (answer.statusCode() == 201) {
                csrf = answer.bodyAsJsonObject().getString("csrf");
            }
            return answer;
        }

        HttpResponse<Buffer> get(String path) {
            return session.get(port, "127.0.0.1", "/api/v1/" + path).send().await();
        }

        HttpResponse<Buffer> delete(String path) {
            return session.delete(port, "127.0.0.1", "/api/v1/" + path)
                    .putHeader("X-CSRF-Token", csrf)
                    .send()
                    .await();
        }

        HttpResponse<Buffer> post(String path, JsonObject body) {
            return session.post(port, "127.0.0.1", "/api/v1/" + path)
                    .putHeader("X-CSRF-Token", csrf)
                    .sendJsonObject(body)
                    .await();
        }
    }

    /** This node keeps no streams. */
    private static final class NoKeepers implements Gateway {
        @Override
        public Future<Outcome> submit(StreamKind kind, StreamId stream, Command command, Act act) {
            return Future.failedFuture(new UnavailableException("no keepers here", 1));
        }

        @Override
        public Future<Doc.Obj> ask(StreamKind kind, StreamId stream, String view, Doc.Obj question) {
            return Future.failedFuture(new UnavailableException("no keepers here", 1));
        }
    }
}
