package org.leitai.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Redis is emptied under a running program: how long until a board of half a million is there again and right, with no restart. */
final class RebuildFigures {
    private static final int LOOKS = 20;
    private static final int MOST_SECONDS = 60;

    private final Servers servers;
    private final Path work;
    private final int port;

    RebuildFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        servers.freshDatabase("rebuild");
        try (Program program = Program.beside(servers, "rebuild", work.resolve("rebuild"), port)) {
            var sheets = new MassSheets(Sizes.now().rows());
            double before = redisMegabytes();
            MassPaper paper = MassPaper.open(program);
            paper.fill(sheets, work.resolve("rebuild.csv"));
            var seconds = new ArrayList<Double>();
            for (int run = 0; run < Sizes.now().runs(); run++) {
                seconds.add(emptied(paper, sheets));
                System.err.println("back after " + seconds.getLast() + " s");
                Shell.pause(3_000);
            }
            report.add(new Figure("Redis emptied, board of %,d back and right".formatted(sheets.entries()), "s", seconds,
                    List.of(), 5, true));
            report.add(Figure.known("Redis' memory of a board of %,d".formatted(sheets.entries()), "MB",
                    List.of(redisMegabytes() - before)));
        }
    }

    private double emptied(MassPaper paper, MassSheets sheets) {
        Shell.run("redis-cli", "-p", Integer.toString(servers.redisPort()), "flushall");
        long begun = System.nanoTime();
        while (paper.ranked() < sheets.entries()) {
            if (seconds(begun) > MOST_SECONDS) {
                throw new IllegalStateException("the board is not back after " + MOST_SECONDS + " s");
            }
            Shell.pause(20);
        }
        double back = seconds(begun);
        for (int i = 0; i < LOOKS; i++) {
            int entry = (int) (i * (long) sheets.entries() / LOOKS);
            if (paper.rank(entry) != sheets.rank(entry)) {
                throw new IllegalStateException("the rank of " + entry + " is wrong after the rebuild");
            }
        }
        return back;
    }

    private double redisMegabytes() {
        String info = Shell.run("redis-cli", "-p", Integer.toString(servers.redisPort()), "info", "memory");
        return info.lines()
                .filter(one -> one.startsWith("used_memory:"))
                .mapToDouble(one -> Double.parseDouble(one.substring("used_memory:".length()).strip()) / 1e6)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }
}
