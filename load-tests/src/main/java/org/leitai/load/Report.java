package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dated table below {@code results/}: CSV to go on with, Markdown to read, SVG to see. */
final class Report {
    private final Path folder;
    private final String name = LocalDate.now().toString();
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** Continues today's table when there is one: a section measured again replaces its lines. */
    Report(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Path csv = folder.resolve(name + ".csv");
        if (Files.exists(csv)) {
            Files.readAllLines(csv).stream().skip(1).map(Figure::read).forEach(one -> figures.put(one.what(), one));
        }
    }

    void add(Figure figure) throws IOException {
        figures.put(figure.what(), figure);
        System.out.println(figure.row());
        write();
    }

    private void write() throws IOException {
        List<String> csv = new ArrayList<>(List.of("what;unit;ours;theirs;aim;at-most"));
        List<String> table = new ArrayList<>(List.of(
                "# Measured on " + name, "", machine(), "",
                "Median of the runs, (lowest–highest). Both sides ran one after the other on the same machine.", "",
                "| what | unit | Leitai | beside | ratio | aim | |", "|---|---|---|---|---|---|---|"));
        for (Figure figure : figures.values()) {
            csv.add(figure.csv());
            table.add(figure.row());
        }
        table.addAll(List.of("", "![ratio to the aim](" + name + ".svg)"));
        Files.write(folder.resolve(name + ".csv"), csv);
        Files.write(folder.resolve(name + ".md"), table);
        Files.writeString(folder.resolve(name + ".svg"), Plot.of(figures.values().stream().filter(Figure::hasAim).toList()));
    }

    static String machine() throws IOException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElse("unknown");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D+", "");
        return "Machine: %d cores (%s), %d GB, Linux %s, Java %s; load client, program, PostgreSQL and Redis share it."
                .formatted(Runtime.getRuntime().availableProcessors(), cpu, Long.parseLong(memory) / 1_000_000,
                        System.getProperty("os.version"), System.getProperty("java.version"));
    }
}
