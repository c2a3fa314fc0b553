package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** What people of a contest ask for. The driver prepares the folder: one mark a line of {@code marks.csv}, one row a line of {@code rows.csv}. */
final class Hall {
    static final Path FOLDER = Path.of(System.getProperty("scenario.folder"));
    static final boolean SMALL = Boolean.getBoolean("scenario.small");
    static final Measured MEASURED = new Measured();

    private static final String BODY = "{\"marks\":[{\"key\":\"#{key}\",\"stage\":\"speech\",\"subject\":\"#{subject}\","
            + "\"aspect\":\"#{aspect}\",\"value\":\"#{value}\",\"actMicros\":1790000000000000}]}";

    private Hall() {}

    static HttpProtocolBuilder protocol() {
        // As behind the proxy, which keeps its connections to a node.
        return http.baseUrl(System.getProperty("scenario.url")).shareConnections().disableCaching()
                .acceptHeader("application/json");
    }

    private static FeederBuilder<String> lines(String name) {
        return csv(FOLDER.resolve(name).toString());
    }

    /** The next mark of the day, each once. */
    static ChainBuilder mark() {
        return feed(lines("marks.csv").queue())
                .exec(session -> session.set("key", UUID.randomUUID().toString()))
                .exec(MEASURED.step("mark", exec(http("mark").post("/api/v1/disciplines/#{discipline}/marks")
                        .header("Cookie", "leitai_session=#{session}; leitai_device=018f0000-0000-7000-8000-000000000001")
                        .header("X-CSRF-Token", "#{csrf}")
                        .header("Content-Type", "application/json")
                        .body(StringBody(BODY))
                        .check(status().is(200)))));
    }

    static ChainBuilder board() {
        return feed(lines("rows.csv").random()).exec(MEASURED.step("board opened",
                exec(http("board").get("/api/v1/boards/#{discipline}").check(status().is(200)))));
    }

    static ChainBuilder ownRow() {
        return feed(lines("rows.csv").random()).exec(MEASURED.step("own row with rank",
                exec(http("row").get("/api/v1/boards/#{discipline}/rows/#{row}").check(status().is(200)))));
    }

    /** Opens the event stream, sees the board, stays and goes. */
    static ChainBuilder viewer(String name, Duration stay) {
        return feed(lines("rows.csv").random())
                .exec(MEASURED.step(name, exec(sse("stream").get("/api/v1/stream?boards=#{discipline}/public")
                        .await(15).on(sse.checkMessage("board").matching(substring("snapshot")).check(substring("rows"))))))
                .exec(pause(stay))
                .exec(sse("bye").close());
    }

    static ChainBuilder ownRank(String name) {
        return feed(lines("numbers.csv").random()).exec(MEASURED.step(name, rank()));
    }

    static ChainBuilder uncounted() {
        return feed(lines("numbers.csv").random()).exec(rank());
    }

    private static ChainBuilder rank() {
        return exec(http("rank").get("/api/v1/disciplines/#{discipline}/paper/ranks/#{number}").check(status().is(200)));
    }
}
