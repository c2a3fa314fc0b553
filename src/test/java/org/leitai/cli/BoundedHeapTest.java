package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred megabytes of marks in a process of their own with 64 MB of heap: read line by line, never held. */
class BoundedHeapTest {
    private static final int HUNDRED_MB = 100_000_000;
    private static final String RULEBOOK = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10}]}]\n";

    @TempDir
    private Path folder;

    @Test
    void aHundredMegabytesOfLinesAreReadInBoundedHeap() throws Exception {
        var marks = file("A,a,1\n", "# " + "评".repeat(600) + "\n", "B,a,2\n");
        var run = score(marks);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("rank,entry,total\n1,B,2\n2,A,1\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFaultAtTheEndOfAHundredMegabytesIsFoundThere() throws Exception {
        var run = score(file("A,a,1\n", " , , \n".repeat(200), "B,a,11\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("column").doesNotContain("\tat ", "OutOfMemory");
    }

    /** A file of a hundred megabytes: a header, one line, the same lines again and again, one line. */
    private Path file(String first, String again, String last) throws IOException {
        var file = folder.resolve("m.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("entry,aspect,value\n" + first);
            var bytes = again.getBytes(StandardCharsets.UTF_8).length;
            for (var written = 0; written < HUNDRED_MB; written += bytes) {
                writer.write(again);
            }
            writer.write(last);
        }
        return file;
    }

    private Leitai.Run score(Path marks) throws Exception {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.leitai.Main",
                        "score",
                        "--rulebook",
                        Leitai.write(folder, "r.yaml", RULEBOOK).toString(),
                        "--marks",
                        marks.toString(),
                        "--format",
                        "csv")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Leitai.Run(process.exitValue(), Leitai.text(out), Leitai.text(err));
        } finally {
            process.destroyForcibly();
        }
    }
}
