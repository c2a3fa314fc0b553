package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The side-by-side table: {@code compare [marks] [fan] [ranks] [start]}; all of them without arguments. */
public final class Compare {
    private static final int PORT = Integer.getInteger("leitai.load.port", 8600);

    private Compare() {}

    public static void main(String[] sections) throws IOException {
        Optional<String> missing = Servers.missing();
        if (missing.isPresent()) {
            System.err.println("compare needs: " + missing.get());
            System.exit(3);
        }
        Path work = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "leitai-load");
        Shell.run("chmod", "755", work.toString());
        Meter.build();
        var report = new Report(Path.of("results"));
        var servers = new Servers(work, PORT);
        servers.startPostgres();
        servers.startRedis();
        for (String section : sections.length == 0 ? new String[] {"marks", "fan", "ranks", "start"} : sections) {
            System.err.println("== " + section);
            switch (section) {
                case "marks" -> new MarkFigures(servers, work, PORT).measure(report);
                case "fan" -> new FanFigures(servers, work, PORT).measure(report);
                case "ranks" -> new RankFigures(servers, work, PORT).measure(report);
                case "start" -> StartFigures.measure(report, work, PORT);
                default -> throw new IllegalArgumentException("no section " + section + " among " + List.of("marks", "fan", "ranks", "start"));
            }
        }
        System.exit(0);
    }
}
