package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientSession;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.access.Access;
import org.leitai.contest.ContestKeeper;
import org.leitai.contest.domain.ContestCommand.CreateContest;
import org.leitai.contest.domain.Level;
import org.leitai.contest.domain.Title;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.judging.domain.Trial;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.KeeperSettings;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.arena.LocalGateway;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Bindings;
import org.leitai.platform.http.Contract;
import org.leitai.platform.http.HttpEdge;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.results.Draws;
import org.leitai.results.Results;
import org.leitai.results.store.PublishedResults;

/** A hall with the real arena behind real HTTP: access, judging and results, one discipline under the trial rulebook. */
public final class Hall {
    private static final long PATIENCE_S = 30;

    private final Vertx vertx;
    private final Gateway gateway;
    private final Access access;
    private final Pool pool;
    private final Map<UUID, String> names = new HashMap<>();
    private final int port;
    private final Visitor organiser;
    private final Map<String, Optional<Draws.Draw>> draws = new HashMap<>();
    private StreamId contest = Ids.nextStream();
    private StreamId discipline = Ids.nextStream();
    private List<UUID> entries = List.of();

    /** Opens on a database without accounts. */
    public Hall(String pgUri, Path folder) throws Exception {
        this.vertx = Vertx.vertx();
        LongSupplier now =
                () -> TimeUnit.MILLISECONDS.toMicros(Clock.systemUTC().millis());
        PgConnectOptions database = PgConnectOptions.fromUri(pgUri);
        pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
        var meters = new SimpleMeterRegistry();
        Appender appender = new Appender(database, AppendSettings.standard(), meters);
        done(vertx.deployVerticle(appender));
        Keepers keepers = done(Keepers.start(
                vertx,
                new Ledger(pool),
                appender,
                Ids.next(),
                List.of(new ContestKeeper(), new DisciplineKeeper(stream -> List.of(), List.of())),
                KeeperSettings.standard(),
                meters,
                Clock.systemUTC()));
        gateway = new LocalGateway(vertx, keepers);
        InstallationKey key = InstallationKey.loadOrCreate(folder.resolve("key-" + Ids.next()));
        access = new Access(vertx, pool, gateway, key, now);
        port = serve(key, meters, now);
        organiser = new Visitor();
        organiser.signIn("admin", done(access.firstOrganiser("admin")));
    }

    public void close() throws Exception {
        done(vertx.close());
    }

    private int serve(InstallationKey key, SimpleMeterRegistry meters, LongSupplier now) throws Exception {
        var faces = new NameTags(names);
        var bindings = new Bindings();
        access.bind(bindings);
        new Judging(gateway, faces, new SecretTexts(pool, key, now), access::pinMatches, meters, now).bind(bindings);
        new Results(
                        gateway,
                        faces,
                        new PublishedResults(pool, now),
                        (stream, stage, commitment) ->
                                Future.succeededFuture(draws.getOrDefault(commitment, Optional.empty())),
                        access::pinMatches)
                .bind(bindings);
        List<String> contract = new ArrayList<>(Access.contract());
        contract.addAll(Judging.contract());
        contract.addAll(Results.contract());
        var edge = new HttpEdge(vertx, Contract.of(contract), bindings, access.authenticator(), router -> {});
        return done(edge.listen("127.0.0.1", 0, null, 1));
    }

    /** Begins a contest with one new discipline and two entries. */
    public void begin(String yaml) throws Exception {
        contest = Ids.nextStream();
        discipline = Ids.nextStream();
        entries = List.of(Ids.next(), Ids.next());
        var streams = new Streams(pool, Clock.systemUTC());
        done(streams.open(contest, StreamKind.CONTEST, null));
        done(streams.open(discipline, StreamKind.DISCIPLINE, contest));
        LocalDate day = LocalDate.of(2026, 11, 23);
        submit(
                StreamKind.CONTEST,
                contest,
                new CreateContest(new Title("职工技能竞赛", "Skills contest"), Level.CITY, day, day, "", "体育馆", contest));
        put(new OpenDiscipline(contest, "T", "试验", "Trial", yaml, Trial.hash(yaml)));
        for (UUID entry : entries) {
            names.put(entry, "示例选手" + (names.size() + 1));
            put(new AdmitEntry(entry, "staff", "任城区", entry, List.of(entry)));
        }
    }

    /** Must be recorded. */
    public Outcome.Committed put(DisciplineCommand command) throws Exception {
        return submit(StreamKind.DISCIPLINE, discipline, command);
    }

    private Outcome.Committed submit(StreamKind kind, StreamId stream, Command command) throws Exception {
        var outcome = done(gateway.submit(kind, stream, command, Act.by(Act.NOBODY, Act.NOBODY, Ids.next())));
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        return (Outcome.Committed) outcome;
    }

    public UUID entry(int index) {
        return entries.get(index);
    }

    public void hold(String commitment, Draws.Draw draw) {
        draws.put(commitment, Optional.of(draw));
    }

    public void lose(String commitment) {
        draws.remove(commitment);
    }

    public Visitor organiser() {
        return organiser;
    }

    public Visitor visitor() {
        return new Visitor();
    }

    /** A member of staff of that role in this contest. */
    public Visitor staff(String role) {
        String login = role + "-" + Ids.next();
        String account = organiser
                .post(
                        "accounts",
                        new JsonObject()
                                .put("login", login)
                                .put("password", "a long password")
                                .put("name", "示例"))
                .body()
                .getString("id");
        organiser
                .post(
                        "contests/" + contest + "/roles",
                        new JsonObject().put("account", account).put("role", role))
                .is(204);
        Visitor visitor = new Visitor();
        visitor.signIn(login, "a long password");
        return visitor;
    }

    /** Adds a seat, seats somebody, prints the card and opens the seat on a tablet. */
    public Tablet seat(String label, String role) {
        return new Tablet(seated(label, role), Ids.next().toString());
    }

    /** Adds a seat with somebody in it whose card no tablet has read yet. */
    public JsonObject card(String label) {
        return seated(label, "judge");
    }

    private JsonObject seated(String label, String role) {
        String seat = organiser
                .post(path("seats"), new JsonObject().put("label", label).put("role", role))
                .is(201)
                .body()
                .getString("id");
        organiser
                .post(path("seats/" + seat + "/fill"), new JsonObject().put("name", "示例裁判" + label))
                .is(200);
        return organiser
                .post(path("seats/" + seat + "/card"), new JsonObject())
                .is(201)
                .body()
                .put("seat", seat);
    }

    /** The contestant of an entry, signed in with a fresh code. */
    public Visitor contestant(int index) throws Exception {
        UUID entry = entries.get(index);
        String number = "T-00" + (index + 1);
        String code = done(access.issueEntryCode(contest, discipline, entry, number));
        Visitor visitor = new Visitor();
        visitor.csrf = visitor.post(
                        "entry-session", new JsonObject().put("number", number).put("code", code))
                .is(201)
                .body()
                .getString("csrf");
        return visitor;
    }

    public String path(String rest) {
        return "disciplines/" + discipline + (rest.isEmpty() ? "" : "/" + rest);
    }

    public Pool pool() {
        return pool;
    }

    public static <T> T done(Future<T> future) throws Exception {
        return future.await(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** A browser with its cookies. */
    public class Visitor {
        private final WebClientSession session;
        private String csrf = "";

        Visitor() {
            session = WebClientSession.create(WebClient.create(vertx));
        }

        /** The same browser, which speaks for one more seat: the same cookies, and the seat's name with every request. */
        private Visitor(Visitor first, String seat) {
            session = WebClientSession.create(WebClient.create(vertx), first.session.cookieStore());
            session.addHeader("X-Leitai-Seat", seat);
            csrf = first.csrf;
        }

        void signIn(String login, String password) {
            csrf = post("session", new JsonObject().put("login", login).put("password", password))
                    .is(201)
                    .body()
                    .getString("csrf");
        }

        public Answer get(String path) {
            return answer(session.get(port, "127.0.0.1", "/api/v1/" + path), null);
        }

        public Answer delete(String path) {
            return answer(session.delete(port, "127.0.0.1", "/api/v1/" + path).putHeader("X-CSRF-Token", csrf), null);
        }

        public Answer post(String path, JsonObject body) {
            return answer(session.post(port, "127.0.0.1", "/api/v1/" + path).putHeader("X-CSRF-Token", csrf), body);
        }

        /** What a device asks that is to carry one more seat. */
        public Answer ask(JsonObject card, boolean takeover) {
            return post(
                    "seat-session",
                    new JsonObject()
                            .put("code", card.getString("code"))
                            .put("device", Ids.next().toString())
                            .put("beside", true)
                            .put("takeover", takeover));
        }

        /** As it is, which may be no JSON at all. */
        public Answer post(String path, String body) {
            return answer(
                    session.post(port, "127.0.0.1", "/api/v1/" + path)
                            .putHeader("X-CSRF-Token", csrf)
                            .putHeader("Content-Type", "application/json"),
                    Buffer.buffer(body));
        }

        private Answer answer(HttpRequest<Buffer> request, @Nullable Object body) {
            try {
                var response = done(
                        body == null
                                ? request.send()
                                : body instanceof Buffer raw ? request.sendBuffer(raw) : request.sendJson(body));
                Buffer bytes = response.body();
                return new Answer(
                        response.statusCode(),
                        bytes == null || bytes.length() == 0 ? new JsonObject() : bytes.toJsonObject());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A tablet that holds a seat. */
    public final class Tablet extends Visitor {
        public final String seat;
        public final String pin;

        /** As it was printed. */
        public final JsonObject card;

        private final String device;

        private Tablet(JsonObject card, String device) {
            this.card = card;
            this.device = device;
            this.seat = card.getString("seat");
            this.pin = card.getString("pin");
            super.csrf = post(
                            "seat-session",
                            new JsonObject()
                                    .put("code", card.getString("code"))
                                    .put("device", device)
                                    .put("takeover", true))
                    .is(201)
                    .body()
                    .getString("csrf");
        }

        private Tablet(Tablet first, JsonObject card) {
            super(first, card.getString("seat"));
            this.card = card;
            this.device = first.device;
            this.seat = card.getString("seat");
            this.pin = card.getString("pin");
        }

        /** The seat taken over by another device, and back by this one. */
        public Tablet takenOver(boolean byAnother) {
            return new Tablet(card, byAnother ? Ids.next().toString() : device);
        }

        /** Carries one more seat. */
        public Tablet beside(JsonObject card) {
            ask(card, false).is(201);
            return new Tablet(this, card);
        }

        public JsonObject mark(String key, String subject, String aspect, String value) {
            return new JsonObject()
                    .put("key", key)
                    .put("stage", "work")
                    .put("subject", subject)
                    .put("aspect", aspect)
                    .put("value", value)
                    .put("actMicros", 0);
        }

        public Answer send(JsonObject... marks) {
            return post(path("marks"), new JsonObject().put("marks", new JsonArray(List.of((Object[]) marks))));
        }

        public Answer sign(String form, String subject, String signPin, String... keys) {
            return post(
                    path("sheets/sign"),
                    new JsonObject()
                            .put("key", Ids.next().toString())
                            .put("stage", "work")
                            .put("form", form)
                            .put("subject", subject)
                            .put("marks", new JsonArray(List.of((Object[]) keys)))
                            .put("pin", signPin));
        }
    }
}
