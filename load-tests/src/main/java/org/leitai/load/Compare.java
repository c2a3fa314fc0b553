package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The side-by-side table: {@code compare [--small] [SECTION…]}; all of them without names. */
public final class Compare {
    private static final int PORT = Integer.getInteger("leitai.load.port", 8600);

    private static final List<String> ALL = List.of("marks", "fan", "ranks", "start", "loading", "cost", "rebuild", "several", "failover");

    private Compare() {}

    public static void main(String[] arguments) throws IOException {
        List<String> sections = new ArrayList<>(List.of(arguments));
        if (sections.remove("--small")) {
            Sizes.chooseSmall();
        }
        if (sections.isEmpty()) {
            sections.addAll(ALL);
        }
        if (!ALL.containsAll(sections)) {
            System.err.println("sections are " + ALL + ", not " + sections);
            System.exit(2);
        }
        Optional<String> missing = Servers.missing();
        if (missing.isPresent()) {
            System.err.println("compare needs: " + missing.get());
            System.exit(3);
        }
        Path work = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "leitai-load");
        Shell.run("chmod", "755", work.toString());
        Meter.build();
        var report = new Report(Path.of(Sizes.isSmall() ? "target/small" : "results"));
        var servers = new Servers(work, PORT);
        servers.startPostgres();
        servers.startRedis();
        boolean whole = true;
        for (String section : sections) {
            System.err.println("== " + section);
            try {
                measure(section, servers, work, report);
            } catch (RuntimeException failed) {
                // The other sections are worth having all the same.
                failed.printStackTrace();
                System.err.println("== " + section + " FAILED");
                whole = false;
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private static void measure(String section, Servers servers, Path work, Report report) throws IOException {
        switch (section) {
            case "marks" -> new MarkFigures(servers, work, PORT).measure(report);
            case "fan" -> new FanFigures(servers, work, PORT).measure(report);
            case "ranks" -> new RankFigures(servers, work, PORT).measure(report);
            case "start" -> StartFigures.measure(report, work, PORT);
            case "loading" -> new LoadingFigures(servers, work, PORT).measure(report);
            case "cost" -> CostFigures.measure(report);
            case "rebuild" -> new RebuildFigures(servers, work, PORT).measure(report);
            case "several" -> new SeveralFigures(servers, work, PORT).measure(report);
            case "failover" -> new FailoverFigures(servers, work, PORT).measure(report);
            default -> throw new IllegalArgumentException(section);
        }
    }
}
