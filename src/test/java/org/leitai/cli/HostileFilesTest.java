package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to hurt: each ends at once with one located sentence; nothing grows with what the file promises. */
class HostileFilesTest {
    private static final String HEAD = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10";
    private static final long HUNDRED_MB = 100_000_000;

    @TempDir
    private Path folder;

    static Stream<Arguments> rulebooks() {
        return Stream.of(
                Arguments.of(aliasBomb(), "r.yaml:1:24: error too-large"),
                Arguments.of("rulebook: &x [*x]\n", "r.yaml:1:11: error too-deep"),
                Arguments.of("rulebook: " + "[".repeat(100_000), "r.yaml:1:50: error too-deep"),
                Arguments.of("rulebook: " + "{a: ".repeat(20_000), "r.yaml:1:167: error too-deep"),
                Arguments.of("rulebook: a\n---\nrulebook: b\n", "r.yaml:2:1: error not-yaml"),
                Arguments.of("rulebook: a\nrulebook: b\n", "r.yaml:2:1: error duplicate-key"),
                Arguments.of("rulebook: !!java.net.URL [x]\n", "r.yaml:1:11: error wrong-type"),
                Arguments.of(HEAD + "9".repeat(200_000) + "}]}]\n", "r.yaml:2:41: error wrong-type"),
                Arguments.of(HEAD + "e400000000}]}]\n", "r.yaml:2:41: error wrong-type"),
                Arguments.of(
                        "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: .nan}]}]\n",
                        "r.yaml:2:41: error wrong-type"),
                Arguments.of("rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 1e400}]}]\n", "r.yaml:2:41: error "),
                Arguments.of(
                        "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: .inf}]}]\n",
                        "r.yaml:2:41: error wrong-type"),
                Arguments.of(HEAD + "/0}]}]\n", "r.yaml:2:41: error wrong-type"),
                Arguments.of(HEAD + ", round: 2000000000}]}]\n", "r.yaml:2:52: error out-of-range"),
                Arguments.of(HEAD + "}], pieces: {count: 2000000000}}]\n", "r.yaml:2:63: error out-of-range"));
    }

    private static String aliasBomb() {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        IntStream.range('b', 'n').forEach(letter -> {
            var before = "*" + (char) (letter - 1);
            bomb.append("%c: &%c [%s]%n".formatted(letter, letter, String.join(",", Collections.nCopies(9, before))));
        });
        return bomb.toString();
    }

    @ParameterizedTest
    @MethodSource("rulebooks")
    void aRulebookMadeToHurtIsALocatedProblem(String yaml, String message) {
        var run = Leitai.rulebook("check", Leitai.write(folder, "r.yaml", yaml));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith(folder + "/" + message).doesNotContain("\tat ");
        assertThat(run.err().length()).isLessThan(2_000);
    }

    @Test
    void negativeZeroIsZeroAndAByteOrderMarkBelongsToNoField() {
        var yaml = "\uFEFFrulebook: r\nstages: [{id: s, aspects: [{id: a, min: -0.0, max: 10}]}]\n";
        assertThat(Leitai.rulebook("check", Leitai.write(folder, "bom.yaml", yaml))
                        .out())
                .isEqualTo(Leitai.rulebook("check", Leitai.write(folder, "r.yaml", HEAD + ", min: 0}]}]\n"))
                        .out());
    }

    @Test
    void aRulebookInAnotherEncodingIsALocatedProblem() throws IOException {
        var file = Files.writeString(folder.resolve("gbk.yaml"), "rulebook: r\ntitle: 任城\n", Charset.forName("GBK"));
        assertThat(Leitai.rulebook("check", file).err())
                .startsWith(file + ":2:")
                .contains("UTF-8");
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                Arguments.of("A,a," + "9".repeat(1_000_000), "m.csv:2: a cell has more than 10000 characters"),
                Arguments.of("\"" + "x\n".repeat(1_000_000), "m.csv:5002: a cell has more than 10000 characters"),
                Arguments.of(",".repeat(1_000_000), "m.csv:2, column 501: more than 500 columns"));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void aMarksFileMadeToHurtIsALocatedProblem(String rows, String message) {
        var rulebook = Leitai.write(folder, "r.yaml", HEAD + "}]}]\n");
        var file = Leitai.write(folder, "m.csv", "entry,aspect,value\n" + rows);
        var run = Leitai.score("--rulebook", rulebook, "--marks", file);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith(message);
    }

    /** The hundred megabytes are a hole in the file: what counts is that they are never read into memory. */
    @Test
    void aHundredMegabytesWithoutALineEndAreRefusedEarly() throws IOException {
        var rulebook = Leitai.write(folder, "r.yaml", HEAD + "}]}]\n");
        var marks = Leitai.write(folder, "m.csv", "entry,aspect,value\nA,a,");
        for (var file : new Path[] {rulebook, marks}) {
            var copy = Leitai.write(folder, "big-" + file.getFileName(), Leitai.text(file));
            try (var hole = new RandomAccessFile(copy.toFile(), "rw")) {
                hole.setLength(HUNDRED_MB);
            }
        }
        assertThat(Leitai.rulebook("check", folder.resolve("big-r.yaml")).err())
                .startsWith(folder + "/big-r.yaml:1: larger than 8000000 bytes");
        assertThat(Leitai.score("--rulebook", rulebook, "--marks", folder.resolve("big-m.csv"))
                        .err())
                .startsWith("big-m.csv:2");
    }
}
