package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durable marks over HTTP, closed loop, against pgbench inserting the ledger's row with the ledger's indexes. */
final class MarkFigures {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String INSERT = """
            \\set s random(1, 500)
            insert into bench_event (stream, seq, ledger, name, body, actor, seat, device, act_micros, uncertainty_micros,
              recorded_micros, command_key, part, request, leaf, chain)
            values (lpad(to_hex(:s::int), 32, '0')::uuid, nextval('bench_seq'), '018f0000-0000-7000-8000-000000000001',
              'judging.mark-recorded.v1', decode(repeat('7b', 230), 'hex'), gen_random_uuid(), gen_random_uuid(),
              gen_random_uuid(), 1790000000000000, 0, 1790000000000000, gen_random_uuid(), 0,
              decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex'), decode(repeat('ef', 32), 'hex'));
            """;

    private final Servers servers;
    private final Path work;
    private final int port;

    MarkFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        servers.freshDatabase("marks");
        try (Program program = Program.beside(servers, "marks", work.resolve("marks"), port)) {
            World world = new World(program);
            Path one = World.seats(work.resolve("one.seats"), List.of(world.discipline("ONE", 100, 7)));
            List<World.Discipline> many = world.disciplines("D", Sizes.now().disciplines(), 10);
            Path all = World.seats(work.resolve("many.seats"), many);
            world.publish();
            prepareBench("marks");
            Meter.marks(port, 64, 2 * Sizes.now().seconds(), 1, one);
            Meter.marks(port, 64, 2 * Sizes.now().seconds(), 1, all);
            Map<Integer, List<Double>> theirs = Map.of(64, bench("marks", 64), 256, bench("marks", 256));
            for (int clients : List.of(64, 256)) {
                for (int form : List.of(1, 10)) {
                    double aim = form == 10 ? 4 : clients == 64 ? 1.2 : 2;
                    for (var seats : List.of(Map.entry("1 discipline", one), Map.entry(Sizes.now().disciplines() + " disciplines", all))) {
                        report.add(new Figure(
                                "marks, %d clients, %s, %s".formatted(clients, seats.getKey(), form == 1 ? "single" : "forms of 10"),
                                "marks/s v inserts/s", runs(clients, form, seats.getValue()), theirs.get(clients), aim, false));
                    }
                }
            }
        }
    }

    private List<Double> runs(int clients, int form, Path seats) {
        var values = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            values.add(Meter.marks(port, clients, Sizes.now().seconds(), form, seats).get("per_second"));
        }
        return values;
    }

    /** What one client of pgbench waits for one insert. */
    static double oneInsertMillis(Servers servers, Path work, String database) throws IOException {
        var bench = new MarkFigures(servers, work, 0);
        bench.prepareBench(database);
        return 1_000 / bench.bench(database, 1).stream().sorted().toList().get(Sizes.now().runs() / 2);
    }

    private void prepareBench(String database) throws IOException {
        servers.sql(database, "create table bench_event (like ledger_event including all); create sequence bench_seq cache 100");
        Files.writeString(work.resolve("insert.sql"), INSERT);
    }

    private List<Double> bench(String database, int clients) {
        var values = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            Matcher tps = TPS.matcher(Shell.run("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(servers.postgresPort()),
                    "-U", "postgres", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j",
                    Integer.toString(Math.min(2, clients)), "-T", Long.toString(Math.round(Sizes.now().seconds()) + 3), "-f", work.resolve("insert.sql").toString(), database));
            if (!tps.find()) {
                throw new IllegalStateException("pgbench printed no tps");
            }
            values.add(Double.valueOf(tps.group(1)));
            System.err.println("pgbench " + clients + " clients: " + values.getLast());
        }
        return values;
    }
}
