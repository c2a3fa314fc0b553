package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.rulebook.yaml.RulebookReader;

/** A complete real marking scheme of 149 aspects, read from the folder of shared cases when it exists. */
class MarkingSchemeTest {
    private static final Path SCHEME = Path.of("../shared/cases/euroskills2023_web_marking_scheme.csv");

    /** What the scheme declares of each criterion; the aspects must add up to it. */
    private static final Map<String, String> MAXIMA =
            Map.of("A", "17", "B", "23", "C", "17", "D", "22", "E", "16", "F", "5");

    @TempDir
    private Path folder;

    private record Aspect(String criterion, String form, String id, boolean judged, String max, String section) {}

    private static List<Aspect> aspects() throws IOException {
        var file = Files.exists(SCHEME) ? SCHEME : Path.of("../").resolve(SCHEME);
        assumeTrue(Files.exists(file), file + " does not exist: skipped");
        var aspects = new ArrayList<Aspect>();
        try (var csv = new CsvReader(file, StandardCharsets.UTF_8)) {
            csv.next();
            for (var line = csv.next(); line != null; line = csv.next()) {
                var cells = line.cells();
                var form = cells.get(1) + "-" + cells.get(4);
                var judged = cells.get(4).equals("J");
                aspects.add(new Aspect(cells.get(0), form, form + aspects.size(), judged, cells.get(7), cells.get(6)));
            }
        }
        return aspects;
    }

    private static String rulebook(List<Aspect> aspects) {
        var criteria = new LinkedHashMap<String, Map<String, List<Aspect>>>();
        aspects.forEach(aspect -> criteria.computeIfAbsent(aspect.criterion(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(aspect.form(), _ -> new ArrayList<>())
                .add(aspect));
        var yaml = new StringBuilder("""
                rulebook: web
                total: {max: 100, round: 2}
                sections: [{id: 1, weight: 5}, {id: 2, weight: 5}, {id: 3, weight: 25}, {id: 4, weight: 25}, {id: 5, weight: 40}]
                stages:
                  - id: project
                    max: 100
                    criteria:
                """);
        criteria.forEach((criterion, forms) -> {
            yaml.append("      - id: ").append(criterion);
            yaml.append("\n        max: ").append(MAXIMA.getOrDefault(criterion, ""));
            yaml.append("\n        forms:\n");
            forms.forEach((form, members) -> {
                yaml.append("          - id: ").append(form).append("\n");
                yaml.append("            panel: {seats: ")
                        .append(members.getFirst().judged() ? 3 : 1)
                        .append(", per: aspect, round: 2}\n");
                yaml.append("            aspects:\n");
                members.forEach(aspect -> yaml.append("              - {id: ")
                        .append(aspect.id())
                        .append(", max: ")
                        .append(aspect.max())
                        .append(", section: ")
                        .append(aspect.section())
                        .append(", kind: ")
                        .append(aspect.judged() ? "judgement" : "pass-fail")
                        .append("}\n"));
            });
        });
        return yaml.toString();
    }

    @Test
    void theSchemeIsSoundAndItsMarksAddUp() throws IOException {
        var aspects = aspects();
        var yaml = rulebook(aspects);
        assertThat(RulebookReader.read(yaml))
                .isInstanceOfSatisfying(
                        RulebookReader.Result.Read.class,
                        read -> assertThat(read.warnings()).isEmpty());
        var marks = new StringBuilder("entry,aspect,judge,value\n");
        for (var aspect : aspects) {
            for (var judge = 1; judge <= (aspect.judged() ? 3 : 1); judge++) {
                marks.append("full,")
                        .append(aspect.id())
                        .append(',')
                        .append(judge)
                        .append(aspect.judged() ? ",3\n" : ",pass\n");
                marks.append("measured,")
                        .append(aspect.id())
                        .append(',')
                        .append(judge)
                        .append(aspect.judged() ? ",0\n" : ",pass\n");
            }
        }
        var run = Leitai.score(
                "--rulebook",
                Leitai.write(folder, "r.yaml", yaml),
                "--marks",
                Leitai.write(folder, "m.csv", marks.toString()),
                "--format",
                "csv");
        assertThat(aspects).hasSize(149);
        assertThat(run.out()).isEqualTo("rank,entry,total\n1,full,100.00\n2,measured,76.00\n");
    }
}
