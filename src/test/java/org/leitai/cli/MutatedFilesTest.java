package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.yaml.RulebookLibrary;

/** Good files with bad things put into them: the program says yes, or it says no with file and line, whatever they are. */
class MutatedFilesTest {
    private static final int A_SEED = 60;
    private static final String LOCATED = "(?s).+:\\d+(:\\d+)?(, column .+)?: .+";
    private static final List<String> NASTY = List.of(
            "&a ",
            "*a",
            "!!java.net.URL ",
            "<<: *a",
            ".nan",
            "-0",
            "-0.0",
            "1e400",
            "1e-400",
            "9".repeat(400),
            "1/0",
            "0/0",
            "[",
            "]",
            "{",
            "}",
            "[".repeat(60),
            "\0",
            "\t",
            "\uFEFF",
            "- ",
            ": ",
            "\"",
            "'",
            "%",
            "|",
            "#",
            "\n---\n",
            ",",
            "\n",
            "\r",
            "\u2028",
            "擂",
            "\uD83C\uDFC6",
            "\u202E");
    private static final String MARKS = """
            entry,stage,piece,aspect,judge,value
            A,speech,,content,1,3.5
            A,speech,,language,1,2.8
            "B",speech,,bearing,7,1.4
            B,speech,,time,,8:12
            """;

    private static final String ENTRIES = """
            entry,name,unit,delegation,division,team,members,status,group,lots
            A,张三,甲厂,济南,,T,p1;p2,COMPETING,g,1
            "B",李四,"乙,厂",青岛,,T,3,缺赛,g,2
            """;

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.rangeClosed(20261126, 20261135);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedRulebookIsReadOrItsFaultIsLocated(int seed) {
        var random = new Random(seed);
        var ids = RulebookLibrary.ids();
        for (var i = 0; i < A_SEED; i++) {
            var id = ids.get(random.nextInt(ids.size()));
            var yaml = mutated(RulebookLibrary.yaml(id).orElseThrow(), random);
            saysYesOrWhere(Leitai.rulebook("check", Leitai.write(folder, "r.yaml", yaml)), yaml);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedMarksAreReadOrTheirFaultIsLocated(int seed) {
        var random = new Random(seed);
        for (var i = 0; i < A_SEED; i++) {
            var csv = mutated(MARKS, random);
            saysYesOrWhere(Leitai.score("--rulebook", "speech", "--marks", Leitai.write(folder, "m.csv", csv)), csv);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedEntriesAreReadOrTheirFaultIsLocated(int seed) {
        var random = new Random(seed);
        var marks = Leitai.write(folder, "m.csv", MARKS);
        for (var i = 0; i < A_SEED; i++) {
            var csv = mutated(ENTRIES, random);
            var entries = Leitai.write(folder, "e.csv", csv);
            saysYesOrWhere(Leitai.score("--rulebook", "speech", "--marks", marks, "--entries", entries), csv);
        }
    }

    private static void saysYesOrWhere(Leitai.Run run, String file) {
        assertThat(run.exit()).as(file).isIn(0, 1);
        assertThat(run.err()).as(file).doesNotContain("\tat ", "Exception");
        assertThat(run.err().length()).isLessThan(100_000);
        if (run.exit() == 1) {
            assertThat(run.err().lines().findFirst().orElse("")).as(file).matches(LOCATED);
        }
    }

    /** Up to three changes: something cut out, something doubled, something nasty put in. */
    private static String mutated(String good, Random random) {
        var text = new StringBuilder(good);
        for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
            var from = random.nextInt(text.length());
            var to = Math.min(text.length(), from + random.nextInt(1, 40));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                default -> text.insert(from, NASTY.get(random.nextInt(NASTY.size())));
            }
        }
        return text.toString();
    }
}
