package org.leitai.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mark to the last of many viewers, against nginx with nchan that is handed the same bytes, and against the least that sending
 * them costs; and what a viewer costs.
 */
final class FanFigures {
    private static final List<String> ASPECTS = List.of("content", "language", "bearing", "overall");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=(\\d+)KB");

    private static final int FLOOR_OFFSET = 22;
    private static final int GAP_MILLIS = 250;
    private static final int ROUND_MILLIS = 600;

    private final Servers servers;
    private final Path work;
    private final int port;
    private final int viewers = Sizes.now().viewers();

    FanFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        servers.freshDatabase("fan");
        Process nginx = servers.startNginx();
        int floorPort = port + FLOOR_OFFSET;
        Process floor = Meter.floor(floorPort, work.resolve("floor.log"));
        try (Program program = Program.beside(servers, "fan", work.resolve("fan"), port)) {
            World world = new World(program);
            World.Discipline discipline = world.discipline("F", 50, 7);
            Path others = World.seats(work.resolve("others.seats"), List.of(world.discipline("W", 10, 7)));
            world.publish();
            Path subscribe = request("sub", "GET /api/v1/stream?boards=" + discipline.id()
                    + "/public HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n");
            Path theirSubscribe = request("nchan-sub", "GET /sub HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n");
            // First of all: what either side took for viewers once, it keeps.
            memory(report, program, nginx, subscribe, theirSubscribe);
            // Sixty marks a minute would be measured in a program that is not compiled yet.
            Meter.marks(port, 7, 4 * Sizes.now().seconds(), 1, others);
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            var least = new ArrayList<Double>();
            var busy = new ArrayList<Double>();
            var wire = new ArrayList<Double>();
            var slowest = new ArrayList<Double>();
            for (int run = 0; run < Sizes.now().runs(); run++) {
                Map<String, Double> few = Meter.fan(port, 100, 60, GAP_MILLIS, "event: board", subscribe, mark(discipline, 2 * run));
                wire.add(few.get("last_p50") / 1e3);
                slowest.add(few.get("last_p99") / 1e3);
                Map<String, Double> fan;
                try (var processors = new CpuWatch(program.pid())) {
                    fan = Meter.fan(port, viewers, Sizes.now().rounds(), ROUND_MILLIS, "event: board", subscribe, mark(discipline, 2 * run + 1));
                    busy.add(processors.millisEach(Sizes.now().rounds() - 2, ROUND_MILLIS));
                }
                ours.add(fan.get("last_p50") / 1e3);
                Path payload = payload(fan.get("bytes").intValue());
                theirs.add(Meter.fan(servers.nginxPort(), viewers, Sizes.now().rounds(), ROUND_MILLIS, "round", theirSubscribe, payload)
                        .get("last_p50") / 1e3);
                least.add(Meter.fan(floorPort, viewers, Sizes.now().rounds(), ROUND_MILLIS, "round", theirSubscribe, payload)
                        .get("last_p50") / 1e3);
            }
            report.add(new Figure("publish to the last of %,d viewers".formatted(viewers), "ms", ours, theirs, 0.6, true));
            report.add(new Figure("the same beside a server in C that does nothing but send()", "ms", ours, least, 1.2, true));
            report.add(Figure.known("processor time of the program for a mark to %,d viewers, heartbeats of 0.6 s with it".formatted(viewers),
                    "ms", busy));
            String name = "mark sent to 100 viewers' wire, idle, ";
            var insert = MarkFigures.oneInsert(servers, work, "fan", 0);
            report.add(new Figure(name + "p50", "ms", wire, List.of(), insert.p50() + 4, true));
            report.add(new Figure(name + "p99", "ms", slowest, List.of(), insert.p99() + 15, true));
            var idle = MarkFigures.oneInsert(servers, work, "fan", 1_000 / GAP_MILLIS);
            report.add(new Figure(name + "p50, to a client of pgbench that inserts as seldom", "ms", wire, List.of(), idle.p50() + 4, true));
            report.add(new Figure(name + "p99, to the same", "ms", slowest, List.of(), idle.p99() + 15, true));
        }
        Shell.end(nginx);
        Shell.end(floor);
    }

    private void memory(Report report, Program program, Process nginx, Path subscribe, Path theirSubscribe) throws IOException {
        Shell.pause(3_000);
        double before = held(program);
        double rssBefore = rss(program.pid());
        double theirsBefore = workers(nginx);
        Process holding = Meter.hold(port, viewers, 25_000, subscribe, work.resolve("hold.log"));
        Shell.pause(12_000);
        double after = held(program);
        double rssAfter = rss(program.pid());
        Shell.end(holding);
        Process others = Meter.hold(servers.nginxPort(), viewers, 15_000, theirSubscribe, work.resolve("hold2.log"));
        Shell.pause(10_000);
        double theirsAfter = workers(nginx);
        Shell.end(others);
        report.add(new Figure("memory a viewer, live heap and direct", "kB", List.of((after - before) / viewers),
                List.of((theirsAfter - theirsBefore) / viewers), 1.1, true));
        report.add(new Figure("memory a viewer, heap and direct, alone", "kB", List.of((after - before) / viewers), List.of(), 15, true));
        report.add(new Figure("memory a viewer, resident set", "kB", List.of((rssAfter - rssBefore) / viewers), List.of(), 25, true));
    }

    /** Live heap after a full collection, and native memory of buffers, in kB. */
    private static double held(Program program) {
        String pid = Long.toString(program.pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Shell.run(jcmd, pid, "GC.run");
        Matcher heap = TOTAL.matcher(Shell.run(jcmd, pid, "GC.class_histogram"));
        Matcher direct = OTHER.matcher(Shell.run(jcmd, pid, "VM.native_memory", "summary"));
        if (!heap.find() || !direct.find()) {
            throw new IllegalStateException("jcmd printed no totals");
        }
        System.err.println("heap " + heap.group(1) + " B, direct " + direct.group(1) + " kB");
        return Double.parseDouble(heap.group(1)) / 1024 + Double.parseDouble(direct.group(1));
    }

    private static double rss(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double workers(Process nginx) {
        return nginx.descendants().mapToDouble(worker -> rss(worker.pid())).sum();
    }

    /** A mark of the judge in the middle on one slot, on the mark of the round before; each changes the mean. */
    private Path mark(World.Discipline discipline, int turn) throws IOException {
        String subject = discipline.subjects().get(turn);
        String path = "disciplines/" + discipline.id() + "/marks";
        for (int judge = 0; judge < discipline.tablets().size(); judge++) {
            String value = judge == 0 ? "1.2" : judge % 2 == 0 ? "0.5" : "1.5";
            JsonArray marks = new JsonArray();
            for (String aspect : judge == 0 ? ASPECTS.subList(1, 4) : ASPECTS) {
                marks.add(World.json("key", UUID.randomUUID().toString(), "stage", "speech", "subject", subject,
                        "aspect", aspect, "value", value, "actMicros", 1_790_000_000_000_000L));
            }
            discipline.tablets().get(judge).post(path, World.json("marks", marks));
        }
        Api tablet = discipline.tablets().getFirst();
        String body = "{\"marks\":[{\"key\":\"@@KEY@@\",\"stage\":\"speech\",\"subject\":\"" + subject
                + "\",\"aspect\":\"content\",\"value\":\"1.@@ROUND@@\",\"actMicros\":1790000000000000@@BASIS@@}]}";
        int grows = 36 - "@@KEY@@".length() + 1 - "@@ROUND@@".length() + 50 - "@@BASIS@@".length();
        return request("pub", post("/api/v1/" + path, "Cookie: leitai_session=" + tablet.session()
                + "; leitai_device=" + UUID.randomUUID() + "\r\nX-CSRF-Token: " + tablet.csrf()
                + "\r\nContent-Type: application/json\r\n", body, grows));
    }

    private Path payload(int bytes) throws IOException {
        String filler = "x".repeat(Math.max(1, bytes - 60));
        return request("nchan-pub", post("/pub", "Content-Type: text/plain\r\n", "round " + filler, 0));
    }

    private static String post(String path, String headers, String body, int grows) {
        int length = body.getBytes(StandardCharsets.UTF_8).length + grows;
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    private Path request(String name, String text) throws IOException {
        return Files.writeString(work.resolve(name + ".http"), text);
    }
}
