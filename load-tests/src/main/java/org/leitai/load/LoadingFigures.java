package org.leitai.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Disciplines with a long day behind them, loaded by a program that was started again: one after the other, so that the first shows
 * a node that has just begun, and the last ones a node that takes over from another in the middle of a day.
 */
final class LoadingFigures {
    private static final Pattern LOADING = Pattern.compile("(?m)^leitai_keepers_loading_seconds_sum (\\S+)");
    private static final int MOST_TURNS = 60;
    /** Marks a second that no machine exceeds, so that a turn does not give a discipline far too many. */
    private static final int FASTEST = 20_000;
    /** After as many the program is compiled. */
    private static final int WARM = 5;

    private final Servers servers;
    private final Path work;
    private final int port;
    private final int events = Sizes.now().rows() / 5;

    LoadingFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        servers.freshDatabase("loading");
        Path folder = work.resolve("loading");
        List<World.Discipline> disciplines;
        try (Program program = Program.beside(servers, "loading", folder, port)) {
            World world = new World(program);
            disciplines = world.disciplines("L", WARM + Sizes.now().runs(), 100);
            world.publish();
            fill(disciplines);
            // Packs are made behind the marks.
            Shell.pause(5_000);
        }
        // PostgreSQL tidies up after a million new rows, by itself within the next minutes: not beside what is measured.
        servers.sql("loading", "vacuum analyze");
        servers.sql("loading", "checkpoint");
        var seconds = new ArrayList<Double>();
        try (Program program = Program.beside(servers, "loading", folder, port)) {
            for (World.Discipline discipline : disciplines) {
                double before = loading(program);
                discipline.subjects();
                seconds.add(loading(program) - before);
            }
        }
        String what = "a discipline of %,d events and some more loaded".formatted(events);
        report.add(new Figure(what + ", the first after a start", "s", seconds.subList(0, 1), List.of(), 1, true));
        report.add(new Figure(what + ", the program warm", "s", seconds.subList(WARM, seconds.size()), List.of(), 1, true));
    }

    /** Each until it has enough, so that none has many more than the others. */
    private void fill(List<World.Discipline> disciplines) throws IOException {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Map<String, Long> missing = missing();
            if (missing.isEmpty()) {
                return;
            }
            var rest = disciplines.stream().filter(one -> missing.containsKey(one.id())).toList();
            long marks = missing.values().stream().mapToLong(Long::longValue).sum();
            double seconds = Math.clamp((double) marks / FASTEST, 1, 3 * Sizes.now().seconds());
            Meter.marks(port, 64, seconds, 10, World.seats(work.resolve("loading.seats"), rest));
        }
        throw new IllegalStateException("events still missing after " + MOST_TURNS + " turns: " + missing());
    }

    /** How many events each discipline lacks that has not enough. */
    private Map<String, Long> missing() {
        return servers.sql("loading", "select stream, %d - seq from stream_head where kind = 'discipline' and seq < %1$d".formatted(events))
                .lines()
                .filter(line -> line.contains("|"))
                .map(line -> line.strip().split("\\|"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.parseLong(parts[1])));
    }

    /** Seconds that all loading took together. */
    private static double loading(Program program) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var metrics = HttpRequest.newBuilder(URI.create(program.uri() + "/metrics")).build();
            Matcher sum = LOADING.matcher(client.send(metrics, HttpResponse.BodyHandlers.ofString()).body());
            if (!sum.find()) {
                throw new IllegalStateException("the program does not tell how long it loads");
            }
            return Double.parseDouble(sum.group(1));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
