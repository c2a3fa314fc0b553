package org.leitai.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the command to ready, with embedded servers and a data folder that exists. */
final class StartFigures {
    private StartFigures() {}

    /** As everybody starts it. */
    private static final Map<String, String> PLAIN = Map.of("JAVA_OPTS", "");

    static void measure(Report report, Path work, int port) throws IOException {
        Path folder = work.resolve("start");
        Program.start(folder, port, PLAIN).close();
        var seconds = new ArrayList<Double>();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            try (Program program = Program.start(folder, port, PLAIN)) {
                seconds.add(program.readySeconds());
            }
        }
        report.add(new Figure("start to ready, embedded, folder exists", "s", seconds, List.of(), 5, true));
    }
}
