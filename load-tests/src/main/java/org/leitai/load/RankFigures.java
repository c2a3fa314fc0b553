package org.leitai.load;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.board.domain.RankKey;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedRow;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;

/**
 * Reads of a board of 500,000 over HTTP against redis-benchmark, unpipelined. The rows are written to Redis by the program's own
 * writer, under the board's own epoch, so that what is read goes the whole way; they stand for no entries.
 */
final class RankFigures {
    private static final int CLIENTS = 50;
    private static final Pattern RATE = Pattern.compile("([0-9.]+) requests per second");

    private final Servers servers;
    private final Path work;
    private final int port;

    RankFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        servers.freshDatabase("ranks");
        try (Program program = Program.beside(servers, "ranks", work.resolve("ranks"), port)) {
            World world = new World(program);
            World.Discipline discipline = world.discipline("R", 10, 1);
            world.publish();
            String board = discipline.id() + "/public";
            // A new epoch begins when the names have been read.
            Shell.pause(3_000);
            JsonObject snapshot = new Api(program.uri()).get("boards/" + discipline.id());
            List<RankedRow> rows = rows(snapshot);
            report.add(new Figure("%,d rows written to an empty Redis by the program's writer".formatted(Sizes.now().rows()), "s",
                    written(board, snapshot, rows), List.of(), 5, true));
            Path own = Files.write(work.resolve("own.paths"), rows.stream()
                    .filter(row -> row.id().hashCode() % 50 == 0)
                    .map(row -> "/api/v1/boards/" + discipline.id() + "/rows/" + row.id())
                    .toList());
            String division = rows.getFirst().division();
            Path top = Files.write(work.resolve("top.paths"), List.of("/api/v1/boards/" + discipline.id()
                    + "/page?offset=0&limit=50" + (division.isEmpty() ? "" : "&division=" + division)));
            reference(rows);
            report.add(sideBySide("own rank among %,d, 50 clients".formatted(Sizes.now().rows()), own, 0.5,
                    "zrevrank", "ranks", rows.get(Sizes.now().rows() / 3).id()));
            report.add(sideBySide("top 50, full bodies, 50 clients", top, 1, "zrevrange", "ranks", "0", "49"));
        }
    }

    /** Both take turns, after a while that is not counted: a program that serves a contest is compiled. */
    private Figure sideBySide(String what, Path paths, double aim, String... command) {
        Meter.get(port, CLIENTS, 4 * Sizes.now().seconds(), paths);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            ours.add(Meter.get(port, CLIENTS, Sizes.now().seconds(), paths).get("per_second"));
            theirs.add(redis(command));
        }
        return new Figure(what, "requests/s", ours, theirs, aim, false);
    }

    private static List<RankedRow> rows(JsonObject snapshot) {
        JsonObject sample = snapshot.getJsonArray("rows").getJsonObject(0);
        var rows = new ArrayList<RankedRow>(Sizes.now().rows());
        for (int i = 0; i < Sizes.now().rows(); i++) {
            String id = new UUID(i * 0x9E3779B97F4A7C15L, i).toString().replace("-", "").substring(0, 22);
            JsonObject body = sample.copy().put("id", id).put("number", Integer.toString(i + 1));
            body.remove("rank");
            body.remove("shared");
            body.remove("ranked");
            var total = java.math.BigDecimal.valueOf(Math.floorMod(i * 7919L, 100_000), 3);
            rows.add(new RankedRow(id, sample.getString("division", ""), RankKey.ranked(List.of(total)),
                    body.put("total", total.toPlainString()).encode()));
        }
        return rows;
    }

    /** Three times into keys of a new generation, as after a loss. */
    private List<Double> written(String board, JsonObject snapshot, List<RankedRow> rows) {
        Vertx vertx = Vertx.vertx();
        var link = new RedisLink(vertx, RedisSettings.of("redis://127.0.0.1:" + servers.redisPort()));
        var ranked = new RankedBoards(link, "leitai:" + servers.sql("ranks", "select id from ledger_identity").strip());
        // Where the keeper left the board: anywhere else it would find our rows out and write its own again.
        String epoch = snapshot.getString("epoch");
        long seq = seq(ranked, board, epoch);
        var seconds = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            long begun = System.nanoTime();
            ranked.rebuild(board, epoch, seq, rows)
                    .timeout(60, TimeUnit.SECONDS)
                    .await();
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        vertx.close().await();
        return seconds;
    }

    private static long seq(RankedBoards ranked, String board, String epoch) {
        for (int attempt = 0; attempt < 100; attempt++) {
            var position = ranked.position(board).await();
            if (position.isPresent() && position.get().startsWith(epoch + ":")) {
                return Long.parseLong(position.get().substring(epoch.length() + 1));
            }
            Shell.pause(100);
        }
        throw new IllegalStateException("the board did not come to Redis in epoch " + epoch);
    }

    /** The same rows as one plain sorted set. */
    private void reference(List<RankedRow> rows) throws IOException {
        var commands = new StringBuilder(Sizes.now().rows() * 40);
        for (int i = 0; i < rows.size(); i++) {
            commands.append(String.format(Locale.ROOT, "ZADD ranks %d %s%n", Math.floorMod(i * 7919, 100_000), rows.get(i).id()));
        }
        Path file = Files.writeString(work.resolve("ranks.redis"), commands);
        Shell.run("sh", "-c", "redis-cli -p " + servers.redisPort() + " --pipe < " + file);
    }

    private double redis(String... command) {
        var whole = new ArrayList<>(List.of("redis-benchmark", "-p", Integer.toString(servers.redisPort()), "-c",
                Integer.toString(CLIENTS), "-n", "200000", "-q"));
        whole.addAll(List.of(command));
        Matcher rate = RATE.matcher(Shell.run(java.util.Map.of(), whole));
        double last = 0;
        while (rate.find()) {
            last = Double.parseDouble(rate.group(1));
        }
        return last;
    }
}
