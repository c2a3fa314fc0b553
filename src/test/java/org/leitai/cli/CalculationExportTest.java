package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calculation kinds of a real export, their parameters carried into rulebooks, through the command line. */
class CalculationExportTest {
    @TempDir
    private Path folder;

    private JsonNode types = new YAMLMapper().createObjectNode();

    @BeforeEach
    void theExport() throws IOException {
        var file = Stream.of("../shared/cases", "../../shared/cases")
                .map(at -> Path.of(at, "cis_measurement_calculations.yaml"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "cis_measurement_calculations.yaml is not at ../shared/cases: skipped");
        types = new YAMLMapper().readTree(file.orElseThrow().toFile()).path("types");
    }

    /** Points of values given to one aspect, each value an entry of its own. */
    private List<String> points(String aspect, List<String> values) {
        var yaml = "rulebook: r\ntotal: {round: 2}\nstages: [{id: s, aspects: [" + aspect + "]}]\n";
        var marks = new StringBuilder("entry,aspect,value\n");
        for (var i = 0; i < values.size(); i++) {
            marks.append("E").append(i).append(",a,").append(values.get(i)).append('\n');
        }
        var run = Leitai.score(
                "--rulebook", Leitai.write(folder, "r.yaml", yaml),
                "--marks", Leitai.write(folder, "m.csv", marks.toString()),
                "--format", "csv");
        assertThat(run.err()).isEmpty();
        return IntStream.range(0, values.size())
                .mapToObj(i -> run.rows().stream()
                        .filter(row -> ("E" + i).equals(row.get("entry")))
                        .findFirst()
                        .orElseThrow()
                        .getOrDefault("total", ""))
                .toList();
    }

    @Test
    void choicesDeductAPercentageAndRoundHalfUp() {
        var examples = types.path("CHOICE").path("examples");
        assertThat(examples).hasSize(2);
        for (var example : examples) {
            var max = new BigDecimal(example.path("max").asText());
            var levels = new ArrayList<String>();
            var values = new ArrayList<String>();
            var expected = new ArrayList<String>();
            for (var deduction : example.path("deductions_percent")) {
                var id = "l" + levels.size();
                levels.add("{id: " + id + ", deduct: " + deduction.asText() + "}");
                values.add(id);
                expected.add(max.subtract(
                                max.multiply(new BigDecimal(deduction.asText())).movePointLeft(2))
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
            }
            var aspect = "{id: a, kind: choice, max: " + max + ", levels: [" + String.join(", ", levels) + "]}";
            assertThat(points(aspect, values))
                    .isEqualTo(expected)
                    .containsOnlyOnce("1.50")
                    .contains("1.00");
        }
    }

    /** Maxima of the export lie between 0.10 and 2.00. */
    private static final List<String> MAXIMA = List.of("0.10", "0.25", "1.50", "1.75", "2.00");

    @Test
    void everyKindOfTheExportIsTried() {
        assertThat(types.fieldNames())
                .toIterable()
                .containsExactly("PASS_FAIL", "NUMBER_COMPLETED", "CHOICE", "RANGED_SCORE");
    }

    @Test
    void passIsTheWholeMaximumAndFailNothing() {
        for (var max : MAXIMA) {
            assertThat(points("{id: a, kind: pass-fail, max: " + max + "}", List.of("pass", "fail")))
                    .containsExactly(max, "0.00");
        }
    }

    @Test
    void completedOfPossibleForEveryNumberOfTheExport() {
        var names = types.path("NUMBER_COMPLETED").path("shared_names");
        var numbers = new ArrayList<Integer>();
        names.forEach(name -> numbers.add(Integer.valueOf(name.asText().replaceAll("\\D", ""))));
        assertThat(numbers).containsExactly(3, 4, 5, 6, 7);
        for (var possible : numbers) {
            for (var max : MAXIMA) {
                var done = IntStream.rangeClosed(0, possible).boxed().toList();
                var expected = done.stream()
                        .map(n -> new BigDecimal(max)
                                .multiply(BigDecimal.valueOf(n))
                                .divide(BigDecimal.valueOf(possible), 2, RoundingMode.HALF_UP)
                                .toPlainString())
                        .toList();
                var aspect = "{id: a, kind: count, max: " + max + ", possible: " + possible + "}";
                assertThat(points(aspect, done.stream().map(n -> "" + n).toList()))
                        .isEqualTo(expected);
            }
        }
    }

    /** A limit of 0 on one side means that the number may not leave the target there. */
    private static String banded(JsonNode example) {
        var bands = new ArrayList<String>();
        for (var band : example.path("bands")) {
            bands.add("{below: " + band.path("lower").asText() + ", above: "
                    + band.path("upper").asText() + ", deduct: "
                    + band.path("deduct").asText() + "}");
        }
        return "{id: a, kind: bands, max: " + example.path("max").asText() + ", target: "
                + example.path("target").asText() + ", bands: [" + String.join(", ", bands) + "]}";
    }

    @Test
    void rangesRoundATargetFromAbove() {
        var survivors = types.path("RANGED_SCORE").path("examples").get(0);
        assertThat(points(banded(survivors), List.of("0", "3", "4", "15", "16")))
                .containsExactly("1.75", "1.75", "0.70", "0.70", "0.00");
    }

    @Test
    void rangesRoundATargetFromBelow() {
        var coverage = types.path("RANGED_SCORE").path("examples").get(1);
        assertThat(points(banded(coverage), List.of("100", "99.9", "80", "79.9", "0", "100.1")))
                .containsExactly("1.75", "0.70", "0.70", "0.00", "0.00", "0.00");
    }
}
