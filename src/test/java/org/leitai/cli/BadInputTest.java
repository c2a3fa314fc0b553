package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad files: one line with file, row and column, exit code 1, never a stack trace. */
class BadInputTest {
    private static final String RULEBOOK = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10, decimals: 1}]}]\n";

    @TempDir
    private Path folder;

    private Path rulebook = Path.of("");

    @BeforeEach
    void aRulebook() {
        rulebook = Leitai.write(folder, "r.yaml", RULEBOOK);
    }

    private Leitai.Run score(String marks) {
        return Leitai.score("--rulebook", rulebook, "--marks", Leitai.write(folder, "m.csv", marks), "--format", "csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,a,1,11 | m.csv:2, column value: 11 is not within 0–10",
                "A,a,1,NaN | m.csv:2, column value: 'NaN' is not a number",
                "A,a,1,1e400 | m.csv:2, column value: '1e400' is not a number",
                "A,a,1,1.25 | m.csv:2, column value: 1.25 has more than 1 decimal",
                "A,b,1,1 | m.csv:2, column aspect: stage 's' has no aspect 'b'",
                "A,a,1,\"7,5\" | m.csv:2, column value: '7,5' is not a number",
                ",a,1,1 | m.csv:2, column entry: is empty",
                "A,a,1,\"1 | m.csv:2: a quote is never closed",
            })
    void aBadRowIsNamedWithItsPlace(String row, String message) {
        var run = score("entry,aspect,judge,value\n" + row.strip() + "\n");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith(message.strip());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void oneBadRowIsNotToldAsSeveralAndAFileWithoutMarksIsPointedOut() {
        assertThat(score("entry,aspect,value\nA,a,99\n").err().lines().toList().getLast())
                .startsWith("1 bad row, nothing computed");
        assertThat(score("entry,aspect,value\nA,a,99\nB,a,99\n")
                        .err()
                        .lines()
                        .toList()
                        .getLast())
                .startsWith("2 bad rows, nothing computed");
        var empty = score("entry,aspect,value\n# nothing yet\n");
        assertThat(empty.exit()).isZero();
        assertThat(empty.err()).isEqualTo("m.csv holds no marks（m.csv 中没有分数）" + System.lineSeparator());
        assertThat(score("entry,aspect,value\nA,a,1\n").err()).isEmpty();
    }

    @Test
    void negativeZeroIsZeroAndAByteOrderMarkIsSkipped() {
        assertThat(score("\uFEFFentry,aspect,value\nA,a,-0.0\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("total", "0"));
    }

    @Test
    void theSameMarkTwiceAnUnknownColumnAndAMissingColumnAreRefused() {
        assertThat(score("entry,aspect,judge,value\nA,a,1,1\nA,a,1,2\n").err())
                .startsWith("m.csv:3, column value: this mark stands twice");
        assertThat(score("entry,aspect,jugde,value\n").err()).startsWith("m.csv:1, column jugde: unknown column");
        assertThat(score("entry,value\n").err()).startsWith("m.csv:1, column aspect: this column is missing");
        assertThat(score("").err()).startsWith("m.csv:1: the file is empty");
    }

    @Test
    void aSeatPieceOrAttemptThatTheRulebookDoesNotHaveIsRefused() {
        rulebook = Leitai.write(folder, "p.yaml", """
                rulebook: p
                stages:
                  - id: s
                    pieces: {count: 2}
                    attempts: {count: 3}
                    aspects: [{id: a, max: 10, panel: {seats: [x, y]}}, {id: factor, kind: recorded}]
                """);
        var header = "entry,aspect,judge,piece,attempt,value\n";
        assertThat(score(header + "A,a,z,1,1,5\n").err())
                .startsWith("m.csv:2, column judge: 'a' is marked by the seats x, y; there is no seat 'z'");
        assertThat(score(header + "A,a,x,3,1,5\n").err()).startsWith("m.csv:2, column piece: the rulebook has 2");
        assertThat(score(header + "A,a,x,2,4,5\n").err()).startsWith("m.csv:2, column attempt: the rulebook has 3");
        assertThat(score(header + "A,factor,any,1,1,5\n").exit()).isZero();
    }

    @Test
    void aPlaceThatMayNotBeSharedNeedsLotsAndTheOrderOfTheFileNeverDecides() {
        rulebook = Leitai.write(folder, "l.yaml", RULEBOOK + "ranking: {shared: false}\n");
        var marks = "entry,aspect,value\nA,a,5\nB,a,5\nC,a,9\n";
        var undrawn = score(marks);
        assertThat(undrawn.exit()).isEqualTo(3);
        assertThat(undrawn.out()).isEqualTo("rank,entry,total\n1,C,9\n2,A,5\n2,B,5\n");
        assertThat(undrawn.err()).startsWith("rank 2 may not be shared by A, B: draw lots");
        var drawn = drawn(marks, "entry,lots\nA,2\nB,1\nC,\n");
        assertThat(drawn.exit()).isZero();
        assertThat(drawn.out()).isEqualTo("rank,entry,total\n1,C,9\n2,B,5\n3,A,5\n");
        var same = drawn(marks, "entry,lots\nA,1\nB,1\nC,\n");
        assertThat(same.exit()).isEqualTo(3);
        assertThat(same.err()).startsWith("rank 2 may not be shared by A, B: draw lots");
        assertThat(drawn(marks, "entry,lots\nA,first\n").err()).startsWith("e.csv:2, column lots: 'first'");
    }

    /** Every tie draws for itself, from 1. */
    @Test
    void severalTiesEachDrawFromOne() {
        rulebook = Leitai.write(folder, "l.yaml", RULEBOOK + "ranking: {shared: false}\n");
        var marks = "entry,aspect,value\nA,a,5\nB,a,5\nC,a,9\nD,a,9\nE,a,9\nF,a,1\n";
        var run = drawn(marks, "entry,lots\nA,2\nB,1\nC,3\nD,1\nE,2\nF,\n");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("rank,entry,total\n1,D,9\n2,E,9\n3,C,9\n4,B,5\n5,A,5\n6,F,1\n");
    }

    private Leitai.Run drawn(String marks, String entries) {
        return Leitai.score(
                "--rulebook",
                rulebook,
                "--marks",
                Leitai.write(folder, "m.csv", marks),
                "--entries",
                Leitai.write(folder, "e.csv", entries),
                "--format",
                "csv");
    }

    @Test
    void aStatusMayBeWrittenInChinese() {
        var run = drawn("entry,aspect,value\nA,a,5\n", "entry,status\nA,\nB,缺赛\nC,取消资格\n");
        assertThat(run.rows()).extracting(row -> row.getOrDefault("status", "")).containsExactly("", "DNS", "DSQ");
        assertThat(drawn("entry,aspect,value\n", "entry,status\nA,gone\n").err())
                .startsWith("e.csv:2, column status: 'GONE' is not one of");
    }

    @Test
    void aFileInAnotherCharacterSetSaysWhatToDo() throws IOException {
        var file = Files.writeString(folder.resolve("gbk.csv"), "entry,aspect,value\n任城,a,5\n", Charset.forName("GBK"));
        assertThat(Leitai.score("--rulebook", rulebook, "--marks", file).err()).contains("--charset GBK");
        var run = Leitai.score("--rulebook", rulebook, "--marks", file, "--charset", "GBK", "--format", "csv");
        assertThat(run.out()).isEqualTo("rank,entry,total\n1,任城,5\n");
    }

    @Test
    void aColumnThatTheRulebookDoesNotHaveIsRefusedAndASumIsShown() {
        var marks = Leitai.write(folder, "m.csv", "entry,aspect,value\nA,a,5\n");
        for (var unknown : List.of("s/b", "t", "s/a + s/b", "s/a +")) {
            var run = Leitai.score("--rulebook", rulebook, "--marks", marks, "--show", unknown);
            assertThat(run.exit()).as(unknown).isEqualTo(1);
            assertThat(run.err()).startsWith("--show: the rulebook has no '" + unknown + "'");
        }
        assertThat(Leitai.score("--rulebook", rulebook, "--marks", marks, "--show", "s/a + s", "--format", "csv")
                        .out())
                .isEqualTo("rank,entry,s/a + s,total\n1,A,10,5\n");
    }

    @Test
    void theSchemaIsPrintedForEditors() {
        var printed = Leitai.rulebook("schema");
        assertThat(printed.exit()).isZero();
        assertThat(printed.out())
                .isEqualTo(Leitai.text(Path.of("src/main/resources/rulebooks/rulebook.schema.json")))
                .doesNotContain("\"$id\"");
        var yaml = "# yaml-language-server: $schema=rulebook.schema.json\n" + RULEBOOK;
        assertThat(Leitai.rulebook("check", Leitai.write(folder, "e.yaml", yaml))
                        .exit())
                .isZero();
    }

    @Test
    void randomBytesNeverMakeAStackTrace() throws IOException {
        var random = new Random(20261123);
        for (var i = 0; i < 300; i++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            var file = Files.write(folder.resolve("x"), bytes);
            assertThat(Leitai.score("--rulebook", rulebook, "--marks", file).exit())
                    .isEqualTo(1);
            var run = Leitai.rulebook("check", file);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void aRulebookDiffSaysWhatAnotherVersionChanges() {
        var other = Leitai.write(folder, "other.yaml", RULEBOOK + "ranking: {order: ascending}\n");
        var marks = Leitai.write(folder, "m.csv", "entry,aspect,value\nA,a,1\nB,a,2\nC,a,1.5\n");
        var run = Leitai.rulebook("diff", rulebook, other, "--marks", marks);
        assertThat(run.out()).isEqualTo("A: 3 1 – → 1 1 –\nB: 1 2 – → 3 2 –\n2 rows differ（2 行不同）\n");
        assertThat(Leitai.rulebook("check", rulebook).out()).startsWith("ok r 1 ");
        assertThat(Leitai.rulebook("explain", "diving", "--lang", "en").out())
                .contains("7 seats; 1 highest and 1 lowest are dropped", "the best 18, equals at the line go on too");
    }
}
