package org.leitai.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Disciplines with a long day behind them, loaded by a program that was started again: one after the other, so that the first shows
 * a node that has just begun, and the last ones a node that takes over from another in the middle of a day.
 */
final class LoadingFigures {
    private static final Pattern LOADING = Pattern.compile("(?m)^leitai_keepers_loading_seconds_sum (\\S+)");
    private static final int MOST_TURNS = 20;
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
            for (World.Discipline discipline : disciplines) {
                fill(discipline);
            }
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

    /** One after the other until it has enough, so that none has many more than the others. */
    private void fill(World.Discipline discipline) throws IOException {
        Path seats = World.seats(work.resolve(discipline.id() + ".seats"), List.of(discipline));
        for (int turn = 0; turn < MOST_TURNS && missing(discipline) > 0; turn++) {
            double seconds = Math.clamp((double) missing(discipline) / FASTEST, 1, 3 * Sizes.now().seconds());
            Meter.marks(port, 64, seconds, 10, seats);
        }
        if (missing(discipline) > 0) {
            throw new IllegalStateException(missing(discipline) + " events still missing after " + MOST_TURNS + " turns");
        }
    }

    private long missing(World.Discipline discipline) {
        return events - Long.parseLong(servers.sql("loading", "select seq from stream_head where stream = '" + discipline.id() + "'").strip());
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
