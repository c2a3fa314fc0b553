package org.leitai;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/** A whole node for tests, on free ports of loopback and on the test's own database: what {@code leitai serve} starts. */
public final class LeitaiNode implements AutoCloseable {
    private final Running parts;
    private final App app;

    private LeitaiNode(Running parts, App app) {
        this.parts = parts;
        this.app = app;
    }

    /** Starts a node on these servers, with keys and certificates in that folder. */
    public static LeitaiNode start(RealServers servers, Path folder) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("LEITAI_DATA", folder.toString());
        environment.put("LEITAI_HTTP_PORT", "0");
        environment.put("LEITAI_NAMES", "hall.leitai.test");
        environment.put("LEITAI_PG_URI", servers.appPgUri());
        environment.put("LEITAI_PG_OWNER_URI", servers.ownerPgUri());
        environment.put("LEITAI_REDIS_URI", servers.redisUri());
        Running parts = new Running();
        try {
            return new LeitaiNode(parts, App.start(Config.of(environment, "127.0.0.1"), parts));
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + app.httpPort());
    }

    public int httpsPort() {
        return app.httpsPort();
    }

    public String login() {
        return App.FIRST_LOGIN;
    }

    /** Of the first organiser; empty on a database that had accounts. */
    public String password() {
        return app.firstPassword();
    }

    /** Somebody without a session. */
    public Visitor visitor() {
        return new Visitor(http());
    }

    /** Who may do everything here, signed in. */
    public Visitor organiser() throws InterruptedException {
        Visitor organiser = visitor();
        organiser.signIn("session", new JsonObject().put("login", login()).put("password", password()));
        return organiser;
    }

    @Override
    public void close() {
        parts.close();
    }
}
