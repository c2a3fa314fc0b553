package org.leitai.cli;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published tables, each as a rulebook plus a marks file, through the command line, to the last digit. */
class PublishedTablesTest {
    @TempDir
    private Path folder;

    private static List<Map<String, String>> shared(String name) {
        var table = Leitai.shared(name);
        assumeTrue(table.isPresent(), name + " is not at ../shared/cases: skipped");
        return table.orElseThrow();
    }

    @Test
    void trimmedMeansOfPublishedSamples() {
        var checked = 0;
        for (var row : Leitai.table("trimmed_mean_samples.csv")) {
            if (row.getOrDefault("published", "").isEmpty()) {
                continue;
            }
            var marks = new StringBuilder("entry,aspect,judge,value\n");
            var seat = 1;
            for (var mark : row.getOrDefault("marks", "").split(" ", -1)) {
                marks.append("A,mark,").append(seat++).append(',').append(mark).append('\n');
            }
            var rulebook = Leitai.write(
                    folder,
                    "r.yaml",
                    Leitai.resource("trimmed.yaml").replace("DECIMALS", row.getOrDefault("decimals", "2")));
            var run = Leitai.score(
                    "--rulebook",
                    rulebook,
                    "--marks",
                    Leitai.write(folder, "m.csv", marks.toString()),
                    "--format",
                    "csv");
            assertThat(run.rows())
                    .singleElement()
                    .satisfies(result -> assertThat(result).containsEntry("total", row.get("published")));
            checked++;
        }
        assertThat(checked).isEqualTo(8);
    }

    @Test
    void teamSingingRunningTotals() {
        var published = Leitai.table("cctv2006_team_singing.csv");
        var marks = new StringBuilder("entry,piece,aspect,value\n");
        for (var row : published) {
            for (var piece = 1; piece <= 3; piece++) {
                var value = row.getOrDefault("s" + piece, "");
                if (!value.isEmpty()) {
                    marks.append(row.get("team"))
                            .append(',')
                            .append(piece)
                            .append(",score,")
                            .append(value)
                            .append('\n');
                }
            }
        }
        var run = run("cctv.yaml", marks.toString());
        assertThat(run).hasSize(20);
        for (var i = 0; i < published.size(); i++) {
            assertThat(run.get(i))
                    .containsEntry("rank", published.get(i).get("rank"))
                    .containsEntry("entry", published.get(i).get("team"))
                    .containsEntry("total", published.get(i).get("total"));
        }
    }

    private List<Map<String, String>> run(String rulebook, String marks) {
        var file = Leitai.write(folder, "r.yaml", Leitai.resource(rulebook));
        var run = Leitai.score("--rulebook", file, "--marks", Leitai.write(folder, "m.csv", marks), "--format", "csv");
        assertThat(run.err()).isEmpty();
        return run.rows();
    }

    @Test
    void medalsOfFortySevenSkills() {
        var published = Leitai.table("wsc_2007_scale500_medals.csv");
        var marks = new StringBuilder("entry,aspect,value\n");
        var entries = new StringBuilder("entry,delegation,division\n");
        for (var row : published) {
            var id = row.get("skill") + "-" + row.get("order");
            entries.append(id)
                    .append(',')
                    .append(row.get("member"))
                    .append(',')
                    .append(row.get("skill"))
                    .append('\n');
            marks.append(id).append(",score500,").append(row.get("score500")).append('\n');
        }
        var run = Leitai.score(
                "--rulebook", Leitai.write(folder, "r.yaml", Leitai.resource("medals-500.yaml")),
                "--marks", Leitai.write(folder, "m.csv", marks.toString()),
                "--entries", Leitai.write(folder, "e.csv", entries.toString()),
                "--format", "csv");
        assertThat(run.err()).isEmpty();
        var byEntry = run.rows().stream().collect(groupingBy(row -> row.getOrDefault("entry", "")));
        assertThat(published.stream().map(row -> row.get("skill")).distinct()).hasSize(47);
        for (var row : published) {
            var id = row.get("skill") + "-" + row.get("order");
            assertThat(byEntry.get(id))
                    .as(id)
                    .singleElement()
                    .satisfies(result -> assertThat(result)
                            .containsEntry("rank", "" + placeInSkill(published, row))
                            .containsEntry(
                                    "award", row.getOrDefault("medal", "").toLowerCase(Locale.ROOT)));
        }
    }

    /** One more than there are better scores in the skill: the table prints none, its order follows from the scores. */
    private static long placeInSkill(List<Map<String, String>> published, Map<String, String> row) {
        return published.stream()
                        .filter(other -> other.getOrDefault("skill", "").equals(row.get("skill")))
                        .filter(other -> new BigDecimal(other.getOrDefault("score500", ""))
                                        .compareTo(new BigDecimal(row.getOrDefault("score500", "")))
                                > 0)
                        .count()
                + 1;
    }

    @Test
    void scoresOnTheSevenHundredScale() {
        var published = shared("cis_700_scale_32.csv");
        var marks = new StringBuilder("entry,aspect,value\n");
        for (var i = 0; i < published.size(); i++) {
            marks.append("C")
                    .append(i)
                    .append(",mark,")
                    .append(published.get(i).get("mark100"))
                    .append('\n');
        }
        var byEntry = run("scale-700.yaml", marks.toString()).stream()
                .collect(groupingBy(row -> row.getOrDefault("entry", "")));
        assertThat(published).hasSize(32);
        for (var i = 0; i < published.size(); i++) {
            assertThat(byEntry.getOrDefault("C" + i, List.of()).getFirst())
                    .containsEntry("rank", firstWithTheMark(published, i))
                    .containsEntry("scaled", published.get(i).get("scale700"))
                    .containsEntry(
                            "award", published.get(i).getOrDefault("award", "").toLowerCase(Locale.ROOT));
        }
    }

    /** The table numbers its lines; lines with equal marks share the first one's number with us. */
    private static String firstWithTheMark(List<Map<String, String>> published, int line) {
        return published.stream()
                .filter(row -> row.getOrDefault("mark100", "")
                        .equals(published.get(line).get("mark100")))
                .findFirst()
                .orElseThrow()
                .getOrDefault("rank", "");
    }

    @Test
    void skatingComponents() {
        var published = shared("isu_worlds2017_men_fs_components.csv");
        var marks = new StringBuilder("entry,aspect,judge,value\n");
        for (var i = 0; i < published.size(); i++) {
            for (var judge = 1; judge <= 9; judge++) {
                marks.append("C")
                        .append(i)
                        .append(",component,")
                        .append(judge)
                        .append(',')
                        .append(published.get(i).get("j" + judge))
                        .append('\n');
            }
        }
        var byEntry = run("components.yaml", marks.toString()).stream()
                .collect(groupingBy(row -> row.getOrDefault("entry", "")));
        for (var i = 0; i < published.size(); i++) {
            assertThat(new BigDecimal(
                            byEntry.getOrDefault("C" + i, List.of()).getFirst().getOrDefault("total", "")))
                    .isEqualByComparingTo(published.get(i).getOrDefault("panel", ""));
        }
        assertThat(published).hasSize(120);
    }

    @ParameterizedTest
    @CsvSource({
        "M10mPF,Prelim,prelim",
        "M10mPF,Semi,semi",
        "M10mPF,Final,final",
        "W3mSB,Prelim,prelim",
        "W3mSB,Semi,semi",
        "W3mSB,Final,final"
    })
    void divingRanksAfterEveryRound(String event, String published, String round) {
        var dives = shared("diving_sydney2000.csv").stream()
                .filter(row -> event.equals(row.get("event")))
                .toList();
        var marks = new StringBuilder("entry,stage,piece,aspect,judge,value\n");
        for (var dive : dives) {
            var at = dive.get("diver") + "," + dive.getOrDefault("round", "").toLowerCase(Locale.ROOT) + ","
                    + dive.get("dive") + ",";
            marks.append(at)
                    .append("difficulty,,")
                    .append(dive.get("difficulty"))
                    .append('\n');
            for (var judge = 1; judge <= 7; judge++) {
                marks.append(at)
                        .append("execution,")
                        .append(judge)
                        .append(',')
                        .append(dive.get("j" + judge))
                        .append('\n');
            }
        }
        var run = Leitai.score(
                "--rulebook",
                "diving",
                "--marks",
                Leitai.write(folder, "m.csv", marks.toString()),
                "--format",
                "csv",
                "--round",
                round);
        assertThat(run.err()).isEmpty();
        var ranks = new ArrayList<String>();
        var expected = new ArrayList<String>();
        run.rows().stream()
                .filter(row -> !row.getOrDefault("rank", "").isEmpty())
                .forEach(row -> ranks.add(row.get("entry") + " " + row.get("rank")));
        dives.stream()
                .filter(row -> published.equals(row.get("round")))
                .map(row -> row.get("diver") + " " + row.get("rank_published"))
                .distinct()
                .forEach(expected::add);
        assertThat(ranks).containsExactlyInAnyOrderElementsOf(expected);
        totalsAreTheSumsOf(dives, published, run.rows());
    }

    /** The table's points of every dive, summed over the rounds that count, are the totals to the last digit. */
    private static void totalsAreTheSumsOf(
            List<Map<String, String>> dives, String round, List<Map<String, String>> rows) {
        var counted = Map.of(
                        "Prelim",
                        List.of("Prelim"),
                        "Semi",
                        List.of("Prelim", "Semi"),
                        "Final",
                        List.of("Semi", "Final"))
                .getOrDefault(round, List.of());
        var byDiver = dives.stream()
                .filter(dive -> counted.contains(dive.get("round")))
                .collect(groupingBy(dive -> dive.getOrDefault("diver", "")));
        for (var row : rows) {
            if (!row.getOrDefault("rank", "").isEmpty()) {
                var sum = byDiver.getOrDefault(row.get("entry"), List.of()).stream()
                        .map(dive -> new BigDecimal(dive.getOrDefault("points_derived", "")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(new BigDecimal(row.getOrDefault("total", ""))).isEqualByComparingTo(sum);
            }
        }
    }
}
