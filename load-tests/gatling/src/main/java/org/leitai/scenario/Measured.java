package org.leitai.scenario;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What every step of every arrival took; Gatling's own report is left out with its Highcharts bundle. */
final class Measured {
    private static final String BEGUN = "begun";

    private final Map<String, Queue<Double>> ok = new ConcurrentSkipListMap<>();
    private final Map<String, Queue<Double>> failed = new ConcurrentSkipListMap<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    /** The step with its time and outcome noted; the arrival goes on afterwards as if it had succeeded. */
    ChainBuilder step(String name, ChainBuilder step) {
        return exec(session -> session.set(BEGUN, System.nanoTime())).exec(step).exec(session -> note(name, session));
    }

    private Session note(String name, Session session) {
        double millis = (System.nanoTime() - session.getLong(BEGUN)) / 1e6;
        (session.isFailed() ? failed : ok).computeIfAbsent(name, ignored -> new ConcurrentLinkedQueue<>()).add(millis);
        if (!session.isFailed() && name.startsWith("mark")) {
            acknowledged.add(session.getString("key"));
        }
        return session.markAsSucceeded();
    }

    /** {@code figures.csv}: name;requests;ok;failed;p50;p95;p99 in milliseconds, of those that succeeded; and the acknowledged keys. */
    void write(Path folder) {
        List<String> lines = new ArrayList<>();
        var names = new java.util.TreeSet<>(ok.keySet());
        names.addAll(failed.keySet());
        for (String name : names) {
            double[] times = ok.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                    .mapToDouble(Double::doubleValue).sorted().toArray();
            int bad = failed.getOrDefault(name, new ConcurrentLinkedQueue<>()).size();
            lines.add(String.join(";", name, "" + (times.length + bad), "" + times.length, "" + bad,
                    percentile(times, 50), percentile(times, 95), percentile(times, 99)));
        }
        try {
            Files.write(folder.resolve("figures.csv"), lines);
            Files.write(folder.resolve("acknowledged.txt"), acknowledged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String percentile(double[] sorted, int percent) {
        return sorted.length == 0 ? "" : "%.1f".formatted(sorted[(int) ((sorted.length - 1L) * percent / 100)]);
    }
}
