package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options may hold, and what they do to what is printed. */
class OptionsTest {
    private static final String RULEBOOK = """
            rulebook: r
            rounds: [{id: heat, stages: [s], cut: {best: 1}}, {id: final, stages: [s, t]}]
            stages: [{id: s, aspects: [{id: a, max: 10}]}, {id: t, aspects: [{id: b, max: 10}]}]
            awards: [{id: gold, count: 1}]
            honours: [{id: master, from: 1}]
            """;
    private static final String MARKS = "entry,stage,aspect,value\nA,s,a,5\nB,s,a,4\nA,t,b,3\n";

    @TempDir
    private Path folder;

    private Path rulebook = Path.of("");
    private Path marks = Path.of("");

    @BeforeEach
    void files() throws IOException {
        rulebook = Leitai.write(folder, "r.yaml", RULEBOOK);
        marks = Leitai.write(folder, "m.csv", MARKS);
    }

    @Test
    void aValueThatAnOptionDoesNotKnowIsWrongUsage() {
        Map.of("--lang", "fr", "--format", "xml", "--charset", "KLINGON").forEach((option, value) -> {
            var run = Leitai.score("--rulebook", rulebook, "--marks", marks, option, value);
            assertThat(run.exit()).as(option).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines().findFirst().orElse("")).contains(option, "'" + value + "'");
        });
        assertThat(Leitai.rulebook("explain", rulebook, "--lang", "fr").exit()).isEqualTo(2);
        assertThat(Leitai.rulebook("explain", rulebook, "--lang", "EN").out()).contains("Totals are not rounded.");
        assertThat(Leitai.rulebook("explain", rulebook).out()).contains("总成绩不修约。");
    }

    /** The same steps in the same order as the text has them, for a program. */
    @Test
    void aDerivationIsPrintedAsRowsToo() {
        var text = Leitai.score("--rulebook", rulebook, "--marks", marks, "--explain", "A", "--lang", "en");
        var rows = Leitai.score(
                        "--rulebook", rulebook, "--marks", marks, "--explain", "A", "--lang", "en", "--format", "csv")
                .rows();
        var lines = text.out().lines().toList();
        assertThat(rows).hasSameSizeAs(lines);
        for (var i = 0; i < rows.size() - 1; i++) {
            var row = rows.get(i);
            assertThat("  ".repeat(Integer.parseInt(row.get("depth"))) + row.get("words"))
                    .isEqualTo(lines.get(i));
        }
        assertThat(rows.getFirst()).containsEntry("step", "total").containsEntry("value", "8");
        assertThat(rows.getLast()).containsEntry("step", "rulebook").containsEntry("id", "r");
        assertThat(rows.getLast().get("facts")).matches("hash=[0-9a-f]{64}");
        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row).containsEntry("step", "award").containsEntry("id", "gold"));

        var json = Leitai.score("--rulebook", rulebook, "--marks", marks, "--explain", "A", "--format", "json");
        assertThat(json.out())
                .startsWith("[\n  {\"depth\":\"0\",\"step\":\"total\"")
                .contains("\"step\":\"mark\"");
        var nobody = Leitai.score("--rulebook", rulebook, "--marks", marks, "--explain", "Z", "--format", "json");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).contains("there is no entry 'Z'");
    }

    @Test
    void theTableAsItStoodAfterSomeMarksIsThatOfAShorterFile() throws IOException {
        for (var marked = 0; marked <= 3; marked++) {
            var lines = MARKS.lines().limit(1L + marked).toList();
            var shorter = Leitai.write(folder, "shorter.csv", String.join("\n", lines) + "\n");
            var entries = Leitai.write(folder, "e.csv", "entry\nA\nB\n");
            var then = Leitai.score(
                    "--rulebook", rulebook, "--marks", marks, "--entries", entries, "--as-of", marked, "--certainty");
            assertThat(then.out())
                    .isEqualTo(Leitai.score(
                                    "--rulebook", rulebook, "--marks", shorter, "--entries", entries, "--certainty")
                            .out());
        }
        assertThat(Leitai.score("--rulebook", rulebook, "--marks", marks, "--as-of", 1, "--format", "csv")
                        .rows())
                .hasSize(1);
        var tooMany = Leitai.score("--rulebook", rulebook, "--marks", marks, "--as-of", 4);
        assertThat(tooMany.exit()).isEqualTo(1);
        assertThat(tooMany.err()).contains("there are only 3 marks");
    }

    @Test
    void filesInAnotherCharacterSetAreComparedToo() throws IOException {
        var entries = Files.write(folder.resolve("e.csv"), "entry,name\nA,张三\nB,李四\n".getBytes(Charset.forName("GBK")));
        var run =
                Leitai.rulebook("diff", rulebook, rulebook, "--marks", marks, "--entries", entries, "--charset", "GBK");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("0 rows differ");
        var refused = Leitai.rulebook("diff", rulebook, rulebook, "--marks", marks, "--entries", entries);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("e.csv:", "--charset GBK");
    }

    @Test
    void aFolderIsNamedWhereAFileIsMeant() {
        for (var run : new Leitai.Run[] {
            Leitai.rulebook("check", folder),
            Leitai.score("--rulebook", folder, "--marks", marks),
            Leitai.score("--rulebook", rulebook, "--marks", folder),
        }) {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).startsWith(folder + ":1: is a folder, not a file（是文件夹，不是文件）");
        }
    }

    /** The panel of a stage combines whole sheets unless it says otherwise; one below it is told what to write. */
    @Test
    void aPanelBelowOneForWholeSheetsIsToldWhatToWrite() throws IOException {
        var run = Leitai.rulebook(
                "check",
                Leitai.write(
                        folder,
                        "p.yaml",
                        "rulebook: r\nstages: [{id: s, panel: {seats: 3}, aspects: [{id: a, max: 1, panel: {seats: 2}}]}]\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("p.yaml:2:", "write 'per: aspect' there");
    }

    /** Whoever leads after the heat has won nothing yet. */
    @Test
    void thereAreNoAwardsBeforeTheLastRound() {
        var heat = Leitai.score("--rulebook", rulebook, "--marks", marks, "--format", "csv", "--round", "heat");
        assertThat(heat.out()).doesNotContain("gold", "award", "master").contains("1,A,5,");
        var last = Leitai.score("--rulebook", rulebook, "--marks", marks, "--format", "csv", "--round", "final");
        assertThat(last.out()).contains("gold", "master");
    }

    @Test
    void theTableAfterARoundShowsNoStageThatComesLater() {
        var early = Leitai.write(folder, "rounds.yaml", """
                rulebook: r
                rounds: [{id: heat, stages: [one], cut: {best: 1}}, {id: last, stages: [two]}]
                stages:
                  - {id: one, aspects: [{id: a, max: 10}]}
                  - {id: two, aspects: [{id: b, max: 10}]}
                """);
        var both = Leitai.write(folder, "both.csv", "entry,stage,aspect,value\nA,one,a,5\nA,two,b,7\nB,one,a,4\n");
        var heat = Leitai.score("--rulebook", early, "--marks", both, "--format", "csv", "--round", "heat");
        assertThat(heat.out().lines().toList().getFirst()).startsWith("rank,entry,stage:one,total");
        assertThat(heat.out()).doesNotContain("stage:two");
        var last = Leitai.score("--rulebook", early, "--marks", both, "--format", "csv", "--round", "last");
        assertThat(last.out().lines().toList().getFirst()).startsWith("rank,entry,stage:one,stage:two,total");
    }
}
