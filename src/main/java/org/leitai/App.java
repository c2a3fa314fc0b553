package org.leitai;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leitai.access.Access;
import org.leitai.board.Boards;
import org.leitai.board.Standings;
import org.leitai.contest.Contests;
import org.leitai.contest.RulebookLibrary;
import org.leitai.installation.Installation;
import org.leitai.judging.DisciplineKeeper;
import org.leitai.judging.Faces;
import org.leitai.judging.Judging;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.StreamKind;
import org.leitai.paper.Papers;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.arena.KeeperSettings;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.cluster.Cluster;
import org.leitai.platform.cluster.ClusterGateway;
import org.leitai.platform.cluster.ClusterSettings;
import org.leitai.platform.cluster.Departure;
import org.leitai.platform.cluster.Membership;
import org.leitai.platform.cluster.OwnAddress;
import org.leitai.platform.cluster.Probe;
import org.leitai.platform.cluster.Registry;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Bindings;
import org.leitai.platform.http.Contract;
import org.leitai.platform.http.HttpEdge;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.observe.OperatorRoutes;
import org.leitai.platform.observe.PostgresChecks;
import org.leitai.platform.observe.Readiness;
import org.leitai.platform.reaction.Reactions;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;
import org.leitai.platform.tls.BusAuthority;
import org.leitai.platform.tls.CaDownload;
import org.leitai.registration.Registration;
import org.leitai.results.Results;
import org.leitai.results.store.PublishedResults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only class that knows everything: one node of Leitai, built from the ground up and taken down in the reverse order. */
final class App {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final int EDGE_LOOPS = 2;
    private static final int STEP_S = 20;
    static final String FIRST_LOGIN = "admin";

    private final Config config;
    private final Variation variation;
    private final Clock clock;
    private final StartClock start = new StartClock();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Readiness readiness = new Readiness();
    // Read from the program's own files while the servers start.
    private final CompletableFuture<RulebookLibrary> library = CompletableFuture.supplyAsync(RulebookLibrary::load);
    private final CompletableFuture<Contract> contract = CompletableFuture.supplyAsync(() -> Contract.of(contract()));
    private final Foundations foundations;
    private final Registry registry;
    private final Vertx vertx;
    private final Membership membership;
    private final Pool pool;
    private volatile int httpPort;
    private volatile int httpsPort;
    private String firstPassword = "";

    private App(Config config, Variation variation, Running parts) throws Exception {
        this.config = config;
        this.variation = variation;
        this.clock = variation.clock();
        OwnAddress.check(config.clusterHost());
        Transport sockets = config.sockets().transport(metrics);
        this.foundations = parts.start(() -> Foundations.lay(config, clock));
        start.step("servers and tables");
        ClusterSettings cluster = new ClusterSettings(
                foundations.backends().ledgerId(), config.clusterHost(), config.clusterPort(), config.clusterMembers());
        this.registry = Cluster.manager(cluster);
        this.vertx = join(cluster, sockets);
        this.membership = new Membership(registry);
        start.step("cluster");
        parts.start(() -> () -> await(vertx.close()));
        this.pool = SharedPool.open(vertx, foundations.backends().pgUri());
        parts.start(() -> () -> await(pool.close()));
    }

    /**
     * Starts a node and waits until it serves.
     *
     * @param parts takes what is started and ends it in reverse order
     * @throws Exception {@link org.leitai.platform.embedded.CannotStart} with one line for the person at the keyboard
     */
    static App start(Config config, Running parts) throws Exception {
        return start(config, Variation.NONE, parts);
    }

    /** What another version of this program, or a machine in a bad state, would have instead. */
    record Variation(Clock clock, UnaryOperator<KeeperKind<?, ?, ?>> kinds) {
        static final Variation NONE = new Variation(Clock.systemUTC(), kind -> kind);
    }

    /** The same with something different. */
    static App start(Config config, Variation variation, Running parts) throws Exception {
        LOG.info("Leitai {} starts; {}", Version.current(), config.report());
        App app = new App(config, variation, parts);
        app.run(parts);
        return app;
    }

    int httpPort() {
        return httpPort;
    }

    int httpsPort() {
        return httpsPort;
    }

    /** Of {@value #FIRST_LOGIN}, when this start made that account; empty otherwise. */
    String firstPassword() {
        return firstPassword;
    }

    private void run(Running parts) throws Exception {
        // Boards fold what keepers keep, and ask for names that other keepers have: the directory is filled in below.
        BoardDirectory directory = new BoardDirectory();
        Ledger ledger = new Ledger(pool);
        Streams streams = new Streams(pool, clock);
        Addresses addresses = new Addresses(foundations.backends().ledgerId());
        RedisLink redis = redis(parts);
        RankedBoards ranked = new RankedBoards(redis, "leitai:" + addresses.ledger());
        Standings standings =
                new Standings(vertx, addresses, ranked, directory, foundations.key(), metrics, this::nowMicros);
        Keepers keepers = keepers(parts, ledger, standings, ranked);
        Gateway gateway = await(ClusterGateway.start(vertx, keepers, membership));

        Access access = new Access(vertx, pool, gateway, foundations.key(), this::nowMicros);
        Contests contests = new Contests(gateway, streams, library.join());
        Boards boards = new Boards(
                vertx, addresses, gateway, streams, ranked, directory, foundations.key(), metrics, this::nowMicros);
        Registration registration = new Registration(
                pool,
                gateway,
                contests.reads(),
                foundations.key(),
                access::issueEntryCode,
                boards::namesChanged,
                this::nowMicros);
        directory.serve(contests.reads(), registration.faces());
        Faces faces = Ports.faces(registration);
        SecretTexts texts = new SecretTexts(pool, foundations.key(), this::nowMicros);
        Judging judging = new Judging(gateway, faces, texts, access::pinMatches, metrics, this::nowMicros);
        Results results = new Results(
                gateway,
                faces,
                new PublishedResults(pool, this::nowMicros),
                Ports.draws(registration.draws()),
                access::pinMatches);
        Papers papers = new Papers(vertx, pool, gateway, streams, contests.reads(), ranked, this::nowMicros);
        react(parts, new Reactions(pool, ledger, keepers, List.of(registration.admission()), membership::isMine));

        Installation installation = installation(keepers, gateway, boards);

        start.step("stations");
        var bindings = new Bindings();
        access.bind(bindings);
        contests.bind(bindings);
        registration.bind(bindings);
        judging.bind(bindings);
        results.bind(bindings);
        boards.bind(bindings);
        papers.bind(bindings);
        installation.bind(bindings);
        var checks = new PostgresChecks(pool, this::nowMicros);
        Probe probe = await(Probe.start(vertx, registry, membership, addresses, () -> Ports.fitness(checks, keepers)));
        readiness.check("postgresql", checks::check);
        readiness.check("ledger", keepers::check);
        readiness.check("cluster", probe::check);
        readiness.aid("redis", redis::isUp);
        var edge = new HttpEdge(vertx, contract.join(), bindings, access.authenticator(), this::operate);
        listen(parts, edge);
        parts.start(() -> () -> await(boards.close()));
        firstPassword = await(access.firstOrganiser(FIRST_LOGIN));
        Departure departure = await(Departure.start(vertx, keepers, membership));
        parts.start(() -> () -> await(departure.announce()));
        parts.start(() -> edge::drain);
        parts.start(() -> readiness::stop);
        start.step("http");
        LOG.info("{}", start.report());
    }

    private RedisLink redis(Running parts) throws Exception {
        RedisLink redis =
                new RedisLink(vertx, RedisSettings.of(foundations.backends().redisUri()));
        await(redis.start());
        parts.start(() -> () -> await(redis.close()));
        return redis;
    }

    private Keepers keepers(Running parts, Ledger ledger, Standings standings, RankedBoards ranked) throws Exception {
        Appender appender = new Appender(
                PgConnectOptions.fromUri(foundations.backends().pgUri()), AppendSettings.standard(), metrics);
        await(vertx.deployVerticle(appender));
        List<KeeperKind<?, ?, ?>> kinds = Stream.of(
                        Contests.keeper(),
                        Registration.keeper(),
                        new DisciplineKeeper(standings::folds, List.of(standings.view())),
                        Papers.keeper(vertx, ranked))
                .<KeeperKind<?, ?, ?>>map(variation.kinds())
                .toList();
        Keepers keepers = await(Keepers.start(
                vertx, ledger, appender, membership.self(), kinds, KeeperSettings.standard(), metrics, clock));
        parts.start(() -> () -> await(keepers.close()));
        return keepers;
    }

    private Installation installation(Keepers keepers, Gateway gateway, Boards boards) {
        var self = new Installation.Self(
                membership.self(),
                () -> httpPort == 0 ? "" : config.ownHost() + ":" + httpPort,
                Version.current(),
                () -> keepers.loaded().size(),
                () -> keepers.loaded(StreamKind.DISCIPLINE),
                boards::viewers);
        var installation = new Installation(
                self, Whereabouts.origins(config, () -> httpPort, () -> httpsPort), gateway, metrics, this::nowMicros);
        await(vertx.deployVerticle(installation));
        return installation;
    }

    private void react(Running parts, Reactions reactions) throws Exception {
        String deployed = await(vertx.deployVerticle(reactions));
        parts.start(() -> () -> await(vertx.undeploy(deployed)));
    }

    private void listen(Running parts, HttpEdge edge) throws Exception {
        parts.start(() -> () -> await(edge.close()));
        httpPort = await(edge.listen(config.httpHost(), config.httpPort(), null, EDGE_LOOPS));
        httpsPort = await(edge.listen(
                config.httpHost(), config.httpsPort(), foundations.certificate().options(), EDGE_LOOPS));
    }

    /** What stands outside the contract. */
    private void operate(Router router) {
        if (config.behindProxy()) {
            router.allowForward(AllowForwardHeaders.X_FORWARD);
        }
        new OperatorRoutes(readiness, metrics, config.metricsForAll()).mount(router);
        CaDownload.mount(router, foundations.certificate().ca());
    }

    static List<String> contract() {
        return Stream.of(
                        Access.contract(),
                        Contests.contract(),
                        Registration.contract(),
                        Judging.contract(),
                        Results.contract(),
                        Boards.contract(),
                        Papers.contract(),
                        Installation.contract())
                .flatMap(List::stream)
                .toList();
    }

    private Vertx join(ClusterSettings cluster, Transport sockets) throws IOException {
        var options = new VertxOptions()
                .setEventBusOptions(
                        Cluster.bus(cluster, BusAuthority.identity(foundations.key(), cluster.host(), Instant.now())))
                .setMetricsOptions(
                        new MicrometerMetricsOptions().setEnabled(true).addLabels(Label.HTTP_ROUTE));
        return await(Vertx.builder()
                .with(options)
                .withTransport(sockets)
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .withClusterManager(registry)
                .buildClustered());
    }

    private long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(STEP_S, TimeUnit.SECONDS).await();
    }
}
