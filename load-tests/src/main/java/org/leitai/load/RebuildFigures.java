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
        Path folder = work.resolve("rebuild");
        var sheets = new MassSheets(Sizes.now().rows());
        Shell.run("redis-cli", "-p", Integer.toString(servers.redisPort()), "flushall");
        double before = redisMegabytes("used_memory");
        var seconds = new ArrayList<Double>();
        MassPaper paper;
        double board;
        try (Program program = Program.beside(servers, "rebuild", folder, port)) {
            paper = MassPaper.open(program);
            paper.fill(sheets, work.resolve("rebuild.csv"));
            for (int run = 0; run < Sizes.now().runs(); run++) {
                seconds.add(emptied(paper, sheets));
                System.err.println("back after " + seconds.getLast() + " s");
                Shell.pause(3_000);
            }
            board = redisMegabytes("used_memory") - before;
        }
        report.add(new Figure("Redis emptied, board of %,d back and right".formatted(sheets.entries()), "s", seconds,
                List.of(), 5, true));
        report.add(Figure.known("Redis' memory of a board of %,d".formatted(sheets.entries()), "MB", List.of(board)));
        report.add(Figure.known("Redis' memory while it is written beside the one before, at most", "MB",
                List.of(writtenBeside(paper, folder, before + board) - before)));
    }

    /** Megabytes that Redis held at most while a program that was started again wrote the board of its new term. */
    private double writtenBeside(MassPaper paper, Path folder, double one) {
        try (Program again = Program.beside(servers, "rebuild", folder, port)) {
            long begun = System.nanoTime();
            // Being asked, it loads the paper and writes its board; what was there before goes in the background.
            paper.ranked();
            double most = one;
            double now = one;
            while (most < 1.3 * one || now > 1.1 * one) {
                if (seconds(begun) > MOST_SECONDS) {
                    throw new IllegalStateException(again.uri() + " wrote nothing beside the board within " + MOST_SECONDS + " s");
                }
                Shell.pause(20);
                now = redisMegabytes("used_memory");
                most = Math.max(most, now);
            }
            return most;
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

    /** A line of Redis' own account of its memory. */
    private double redisMegabytes(String line) {
        String info = Shell.run("redis-cli", "-p", Integer.toString(servers.redisPort()), "info", "memory");
        return info.lines()
                .filter(one -> one.startsWith(line + ":"))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length() + 1).strip()) / 1e6)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }
}
