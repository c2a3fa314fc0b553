package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
            // A program that serves a day is compiled when the day is under way; a short run would measure the compiler.
            Meter.marks(port, 64, 6 * Sizes.now().seconds(), 1, one);
            Meter.marks(port, 64, 6 * Sizes.now().seconds(), 1, all);
            Meter.marks(port, 64, 2 * Sizes.now().seconds(), 10, all);
            for (int clients : List.of(64, 256)) {
                for (Figure figure : sideBySide(clients, one, all)) {
                    report.add(figure);
                }
            }
        }
    }

    /** Both take turns, so that what the machine does to one it does to the other. */
    private List<Figure> sideBySide(int clients, Path one, Path all) {
        var theirs = new ArrayList<Double>();
        var loads = List.of(
                new Load("1 discipline, single", 1, one),
                new Load(Sizes.now().disciplines() + " disciplines, single", 1, all),
                new Load("1 discipline, forms of 10", 10, one),
                new Load(Sizes.now().disciplines() + " disciplines, forms of 10", 10, all));
        for (int run = 0; run < Sizes.now().runs(); run++) {
            theirs.add(bench("marks", clients));
            for (Load load : loads) {
                load.runs.add(Meter.marks(port, clients, Sizes.now().seconds(), load.form, load.seats).get("per_second"));
            }
        }
        return loads.stream()
                .map(load -> new Figure(
                        "marks, %d clients, %s".formatted(clients, load.name),
                        "marks/s v inserts/s", load.runs, theirs, load.form == 10 ? 4 : clients == 64 ? 1.2 : 2, false))
                .toList();
    }

    /** One way of marking and what was measured of it. */
    private record Load(String name, int form, Path seats, List<Double> runs) {
        Load(String name, int form, Path seats) {
            this(name, form, seats, new ArrayList<>());
        }
    }

    /** What one client of pgbench waits for one insert, in ms. */
    record Insert(double p50, double p99) {}

    /**
     * One client of pgbench that inserts the ledger's row.
     *
     * @param pace inserts a second, or 0 for one as soon as the one before is done
     */
    static Insert oneInsert(Servers servers, Path work, String database, int pace) throws IOException {
        var bench = new MarkFigures(servers, work, 0);
        bench.prepareBench(database);
        Path log = Files.createTempDirectory(work, "inserts");
        var command = new ArrayList<>(List.of("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(servers.postgresPort()), "-U",
                "postgres", "-n", "-M", "prepared", "-c", "1", "-T", "15", "-l", "--log-prefix=" + log.resolve("log"), "-f",
                work.resolve("insert.sql").toString()));
        if (pace > 0) {
            command.addAll(List.of("-R", Integer.toString(pace)));
        }
        command.add(database);
        Shell.run(Map.of(), command);
        var millis = new ArrayList<Double>();
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream().map(MarkFigures::latencyMillis).forEach(millis::add);
            }
        }
        millis.sort(null);
        var insert = new Insert(millis.get(millis.size() / 2), millis.get((int) (millis.size() * 0.99)));
        System.err.println("pgbench, 1 client, pace " + pace + ": " + insert);
        return insert;
    }

    /** Of a line of pgbench's log: client, number, µs, script, second, µs of it, and with a pace the µs by which it began late. */
    private static double latencyMillis(String line) {
        String[] fields = line.split(" ");
        return (Double.parseDouble(fields[2]) - (fields.length > 6 ? Double.parseDouble(fields[6]) : 0)) / 1e3;
    }

    private void prepareBench(String database) throws IOException {
        servers.sql(database, "drop table if exists bench_event; drop sequence if exists bench_seq; create table bench_event (like ledger_event including all); create sequence bench_seq cache 100");
        Files.writeString(work.resolve("insert.sql"), INSERT);
    }

    private double bench(String database, int clients) {
        Matcher tps = TPS.matcher(Shell.run("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(servers.postgresPort()),
                "-U", "postgres", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j",
                Integer.toString(Math.min(2, clients)), "-T", Long.toString(Math.round(Sizes.now().seconds()) + 3), "-f",
                work.resolve("insert.sql").toString(), database));
        if (!tps.find()) {
            throw new IllegalStateException("pgbench printed no tps");
        }
        System.err.println("pgbench " + clients + " clients: " + tps.group(1));
        return Double.parseDouble(tps.group(1));
    }
}
