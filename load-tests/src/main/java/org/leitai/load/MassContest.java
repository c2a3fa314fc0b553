package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A mass contest from one file of answers, twenty questions and a time each, to ranks on the board: how long it takes and what memory
 * the program had at most. Ranks are held against a count without the program, and {@code verify} scores everything again.
 */
final class MassContest {
    private static final int LOOKS = 200;
    private static final int MOST_SECONDS = 1_800;

    private final MassSheets sheets;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    private MassContest(int entries, Path folder) {
        this.sheets = new MassSheets(entries);
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("leitai-mass");
        new MassContest(Integer.parseInt(arguments[0]), folder).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Path file = sheets.write(folder.resolve("answers.csv"));
        say("entries", "%,d × %d answers and a time; the file has %,d MB", sheets.entries(), MassSheets.QUESTIONS,
                Files.size(file) / 1_000_000);
        Path data = folder.resolve("data");
        try (Program program = Program.start(data, Integer.getInteger("leitai.load.port", 8600), Map.of())) {
            measure(program, file);
        }
        long begun = System.nanoTime();
        String verified = Shell.run(Map.of("LEITAI_DATA", data.toString()),
                List.of("env", "-u", "LEITAI_LOAD_JAVA_OPTS", "-u", "LEITAI_LOAD_PORT", "../target/leitai/bin/leitai",
                        "verify"));
        say("`leitai verify` of all of it", "%.1f s: %s", seconds(begun), verified.lines()
                .filter(line -> line.startsWith("mass papers"))
                .collect(Collectors.joining()));
        write();
    }

    private void measure(Program program, Path file) throws Exception {
        MassPaper mass = MassPaper.open(program);
        Api scorer = mass.organiser();
        String paper = mass.path();
        say("memory before (resident, heap limit %s)".formatted(System.getenv("LEITAI_LOAD_JAVA_OPTS")), "%d MB",
                resident(program, "VmRSS"));
        long begun = System.nanoTime();
        CompletableFuture<JsonObject> sent =
                CompletableFuture.supplyAsync(() -> scorer.upload(paper + "/answers", file));
        long ranked = 0;
        while (!sent.isDone() || ranked < sheets.entries()) {
            if (sent.isCompletedExceptionally()) {
                sent.join();
            }
            if (seconds(begun) > MOST_SECONDS) {
                throw new IllegalStateException("not done after " + MOST_SECONDS + " s");
            }
            JsonObject now = scorer.get(paper);
            if (sent.isDone() && lines.size() == 2) {
                say("all recorded in the ledger", "%.1f s", seconds(begun));
            }
            ranked = now.getLong("ranked");
            System.out.printf("%.0f s: %,d recorded, %,d on the board%n", seconds(begun), now.getLong("entries"), ranked);
            Shell.pause(1_000);
        }
        say("all ranked and on the board", "%.1f s", seconds(begun));
        say("memory at most (resident)", "%d MB", resident(program, "VmHWM"));
        for (int i = 0; i < LOOKS; i++) {
            int entry = (int) (i * (long) sheets.entries() / LOOKS);
            long rank = scorer.get(paper + "/ranks/" + MassSheets.number(entry)).getLong("rank");
            if (rank != sheets.rank(entry)) {
                throw new IllegalStateException(
                        "rank of " + entry + " is " + rank + ", counted " + sheets.rank(entry));
            }
        }
        say("own ranks held against a count without the program", "%d, all equal", LOOKS);
    }

    private void say(String what, String format, Object... values) {
        lines.add("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
        System.out.println(lines.getLast());
    }

    private void write() throws IOException {
        String day = LocalDate.now().toString();
        List<String> all = new ArrayList<>(List.of("# A mass contest, " + day, "",
                "Command: `load-tests/mass %d`; %d cores; Java %s; embedded PostgreSQL and Redis, sender and program on one machine."
                        .formatted(sheets.entries(), Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version")),
                "One run; load of the machine at its end: "
                        + Files.readString(Path.of("/proc/loadavg")).replaceFirst(" \\d+/\\d+ \\d+\\s*$", "") + ".",
                "", "| what | |", "|---|---|"));
        all.addAll(lines);
        Files.write(Path.of("results", day + "-mass.md"), all);
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    private static long resident(Program program, String which) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status")).stream()
                .filter(line -> line.startsWith(which))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
