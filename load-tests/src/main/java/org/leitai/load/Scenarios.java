package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Arrivals that do not wait for one another (open model) against the packaged program: {@code scenarios [day|finish|storm|results]
 * [--small]}. This side prepares contests, starts Gatling as a process of its own, holds every acknowledged mark against the ledger and
 * lets {@code leitai verify} look at everything; it ends with 1 when one is missing or twice, or anything differs.
 */
public final class Scenarios {
    private static final int PORT = Integer.getInteger("leitai.load.port", 8600);
    private static final List<String> ALL = List.of("day", "finish", "storm", "results");
    /** An own rank counts as carried when 99 of 100 come within this. */
    private static final int MOST_MILLIS = 500;

    private static final List<String> ASPECTS = List.of("content", "language", "bearing", "overall");

    private final Servers servers;
    private final Path work;
    private final boolean small;
    private final List<String> table = new ArrayList<>();
    private boolean whole = true;

    private Scenarios(Servers servers, Path work, boolean small) {
        this.servers = servers;
        this.work = work;
        this.small = small;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> chosen = new ArrayList<>(List.of(arguments));
        boolean small = chosen.remove("--small");
        if (chosen.isEmpty()) {
            chosen.addAll(ALL);
        }
        if (!ALL.containsAll(chosen)) {
            System.err.println("scenarios are " + ALL + ", not " + chosen);
            System.exit(2);
        }
        Servers.missing().ifPresent(missing -> {
            System.err.println("scenarios needs: " + missing);
            System.exit(3);
        });
        Path work = Files.createTempDirectory("leitai-scenarios");
        Shell.run("chmod", "755", work.toString());
        Meter.build();
        var servers = new Servers(work, PORT);
        servers.startPostgres();
        servers.startRedis();
        var scenarios = new Scenarios(servers, work, small);
        for (String name : chosen) {
            System.err.println("== " + name);
            scenarios.run(name);
        }
        scenarios.write(String.join(" ", arguments));
        System.exit(scenarios.whole ? 0 : 1);
    }

    private void run(String name) throws IOException {
        servers.freshDatabase(name);
        Path data = work.resolve(name);
        try (Program program = Program.beside(servers, name, data, PORT, cluster(0))) {
            Path folder = Files.createDirectories(work.resolve(name + "-scenario"));
            if (name.equals("results")) {
                preparePaper(program, folder);
            } else {
                prepareContests(program, folder);
            }
            if (name.equals("storm")) {
                storm(program, folder, data);
            } else {
                gatling(name, program.port(), folder, 0);
            }
            figures(name, folder);
            marks(name, folder);
        }
        verify(name, data);
    }

    /** Two nodes that find each other. */
    private static Map<String, String> cluster(int node) {
        int first = PORT + 20;
        return Map.of("LEITAI_CLUSTER_PORT", Integer.toString(first + node),
                "LEITAI_CLUSTER_MEMBERS", "127.0.0.1:" + first + ",127.0.0.1:" + (first + 1));
    }

    private void prepareContests(Program program, Path folder) throws IOException {
        World world = new World(program);
        List<String> marks = new ArrayList<>(List.of("discipline,session,csrf,subject,aspect,value"));
        List<String> rows = new ArrayList<>(List.of("discipline,row"));
        List<World.Discipline> disciplines = new ArrayList<>();
        for (int i = 1; i <= (small ? 1 : 4); i++) {
            disciplines.add(world.discipline("S" + i, small ? 5 : 20, 7));
        }
        world.publish();
        // Boards begin with the names, which are read a moment later.
        Shell.pause(3_000);
        for (int turn = 0; turn < disciplines.getFirst().subjects().size(); turn++) {
            for (World.Discipline discipline : disciplines) {
                String subject = discipline.subjects().get(turn);
                for (Api tablet : discipline.tablets()) {
                    for (String aspect : ASPECTS) {
                        marks.add(String.join(",", discipline.id(), tablet.session(), tablet.csrf(), subject, aspect,
                                "0." + (1 + marks.size() % 9)));
                    }
                }
            }
        }
        for (World.Discipline discipline : disciplines) {
            for (Object row : new Api(program.uri()).get("boards/" + discipline.id()).getJsonArray("rows")) {
                rows.add(discipline.id() + "," + ((JsonObject) row).getString("id"));
            }
        }
        Files.write(folder.resolve("marks.csv"), marks);
        Files.write(folder.resolve("rows.csv"), rows);
    }

    private void preparePaper(Program program, Path folder) throws IOException {
        var sheets = new MassSheets(small ? 5_000 : 500_000);
        MassPaper paper = MassPaper.open(program);
        paper.organiser().post("contests/" + paper.contest() + "/publish", new JsonObject());
        paper.fill(sheets, work.resolve("answers.csv"));
        paper.organiser().post(paper.path() + "/announcement", new JsonObject());
        String discipline = paper.discipline();
        List<String> numbers = new ArrayList<>(List.of("discipline,number"));
        for (int entry = 0; entry < sheets.entries(); entry += Math.max(1, sheets.entries() / 20_000)) {
            numbers.add(discipline + "," + MassSheets.number(entry));
        }
        Files.write(folder.resolve("numbers.csv"), numbers);
    }

    /** Viewers sit at the first node, it is killed, and they come to the second one; so do the judges. */
    private void storm(Program first, Path folder, Path data) throws IOException {
        int viewers = small ? 100 : 1_000;
        Path other = work.resolve("storm-2");
        Files.createDirectories(other);
        Files.copy(data.resolve("installation.key"), other.resolve("installation.key"));
        try (Program second = Program.beside(servers, "storm", other, PORT + 10, cluster(1))) {
            String discipline = Files.readAllLines(folder.resolve("rows.csv")).get(1).split(",")[0];
            Path subscribe = Files.writeString(work.resolve("storm.http"), "GET /api/v1/stream?boards=" + discipline
                    + "/public HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n");
            Process sitting = Meter.hold(first.port(), viewers, 60_000, subscribe, work.resolve("storm-hold.log"));
            Shell.pause(4_000);
            first.kill();
            gatling("storm", second.port(), folder, viewers);
            Shell.end(sitting);
        }
    }

    private void gatling(String name, int port, Path folder, int viewers) throws IOException {
        String said = Shell.run(Map.of(), List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dscenario.url=http://127.0.0.1:" + port, "-Dscenario.folder=" + folder, "-Dscenario.small=" + small,
                "-Dscenario.viewers=" + viewers, "-cp", System.getProperty("scenario.classpath"),
                "io.gatling.app.Gatling", "--no-reports", "--simulation",
                "org.leitai.scenario." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "--results-folder", folder.resolve("gatling").toString()));
        Files.writeString(folder.resolve("gatling.log"), said);
    }

    private static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }

    private void figures(String name, Path folder) throws IOException {
        int most = 0;
        boolean carriedSoFar = true;
        for (String line : Files.readAllLines(folder.resolve("figures.csv"))) {
            String[] parts = line.split(";", -1);
            boolean none = parts[3].equals("0");
            String aim = "none failed: " + verdict(none);
            if (name.equals("results")) {
                boolean carried = none && Double.parseDouble(parts[6]) <= MOST_MILLIS;
                aim = "none failed, p99 ≤ " + MOST_MILLIS + " ms: " + (carried ? "carried" : "not carried");
                carriedSoFar &= carried;
                // A step that passes behind one that failed proves nothing.
                most = carriedSoFar ? Integer.parseInt(parts[0].replaceAll("\\D+", "")) : most;
            } else {
                whole &= none;
            }
            say("| %s | %s | %s | %s | %s | %s | %s | %s | %s |".formatted(name, parts[0], parts[1], parts[2], parts[3],
                    parts[4], parts[5], parts[6], aim));
        }
        if (name.equals("results")) {
            say(("| results | most that this machine carries | %d arrivals/s | | | | | | 500,000 people would take %s here; two cores carry"
                            + " program, servers and Gatling, so more machines were not measured |")
                    .formatted(most, most == 0 ? "?" : "%d s".formatted(500_000 / most)));
        }
    }

    /** Every acknowledged mark is in the ledger exactly once. */
    private void marks(String name, Path folder) throws IOException {
        List<String> acknowledged = Files.readAllLines(folder.resolve("acknowledged.txt"));
        if (acknowledged.isEmpty()) {
            return;
        }
        List<String> recorded = servers.sql(name, "select command_key from ledger_event where name like 'judging.mark-recorded%'")
                .lines()
                .toList();
        Set<String> once = new HashSet<>(recorded);
        long lost = acknowledged.stream().filter(key -> !once.contains(key)).count();
        int doubled = recorded.size() - once.size();
        whole &= lost == 0 && doubled == 0;
        say("| %s | marks acknowledged, lost, doubled | %d | | lost %d, doubled %d | | | | 0 lost, 0 doubled: %s |".formatted(name,
                acknowledged.size(), lost, doubled, verdict(lost == 0 && doubled == 0)));
    }

    private void verify(String name, Path data) {
        Map<String, String> environment = new HashMap<>(Program.backends(servers, name));
        environment.put("LEITAI_DATA", data.toString());
        boolean clean = true;
        try {
            Shell.run(environment, List.of("env", "-u", "LEITAI_LOAD_JAVA_OPTS", "-u", "LEITAI_LOAD_PORT",
                    "../target/leitai/bin/leitai", "verify"));
        } catch (IllegalStateException differs) {
            System.err.println(differs.getMessage());
            clean = false;
            whole = false;
        }
        say("| %s | `leitai verify` at the end | | | | | | | clean: %s |".formatted(name, verdict(clean)));
    }

    private void say(String line) {
        table.add(line);
        System.out.println(line);
    }

    private void write(String arguments) throws IOException {
        String day = LocalDate.now().toString();
        List<String> all = new ArrayList<>(List.of("# Scenarios, " + day, "",
                "Command: `load-tests/scenarios " + arguments + "`. " + Report.machine(),
                "Gatling 3.13.5 is on the same machine too. One run, no range; load of the machine at its end: "
                        + Files.readString(Path.of("/proc/loadavg")).replaceFirst(" \\d+/\\d+ \\d+\\s*$", "") + ".",
                "Times in milliseconds, of those that succeeded, from the moment an arrival began its step.", "",
                "| scenario | step | arrivals | ok | failed | p50 | p95 | p99 | aim |", "|---|---|---|---|---|---|---|---|---|"));
        all.addAll(table);
        Path folder = Files.createDirectories(Path.of(small ? "target/small" : "results"));
        Files.write(folder.resolve(day + "-scenarios.md"), all);
    }
}
