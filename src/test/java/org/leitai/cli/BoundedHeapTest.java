package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files in a process of their own with little heap: lines are read one by one, rows are printed one by one. */
class BoundedHeapTest {
    private static final int HUNDRED_MB = 100_000_000;
    private static final String RULEBOOK = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10}]}]\n";

    private static final String ASPECTS = "{id: a, max: 10}, {id: b, max: 10}, {id: c, max: 10}, {id: d, max: 10}";

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

    /** A tenth of a million marks in a tenth of 512 MB: 25,000 people with names and units, ranked, awarded and printed. */
    @Test
    void aTenthOfAMillionMarksIsScoredInATenthOfTheHeap() throws Exception {
        var marks = new StringBuilder("entry,aspect,value\n");
        var entries = new StringBuilder("entry,name,unit,delegation\n");
        for (var i = 0; i < 25_000; i++) {
            entries.append("E%05d,选手%d,单位%d,代表队%d%n".formatted(i, i, i % 997, i % 31));
            for (var aspect : List.of("a", "b", "c", "d")) {
                marks.append("E%05d,%s,%d%n".formatted(i, aspect, (i * 7 + aspect.hashCode()) % 11));
            }
        }
        var run = score(
                "rulebook: r\nawards: [{id: first, share: 10%}]\nstages: [{id: s, aspects: [" + ASPECTS + "]}]\n",
                Leitai.write(folder, "m.csv", marks.toString()),
                "-Xmx52m",
                "--entries",
                Leitai.write(folder, "e.csv", entries.toString()).toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("100000 marks read").doesNotContain("OutOfMemory");
        assertThat(run.rows()).hasSize(25_000);
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
        return score(RULEBOOK, marks, "-Xmx64m");
    }

    private Leitai.Run score(String rulebook, Path marks, String heap, String... further) throws Exception {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                "org.leitai.Main",
                "score",
                "--rulebook",
                Leitai.write(folder, "r.yaml", rulebook).toString(),
                "--marks",
                marks.toString(),
                "--format",
                "csv"));
        command.addAll(List.of(further));
        var process = new ProcessBuilder(command)
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
