package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every published table and rule has its test: a golden folder, or a class that reads the table where it lies. */
class CasesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** What stands in a file of its own, and the test that reproduces it. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("trimmed_mean_samples.csv", "PublishedTablesTest"),
            Map.entry("cctv2006_team_singing.csv", "PublishedTablesTest"),
            Map.entry("wsc_2007_scale500_medals.csv", "PublishedTablesTest"),
            Map.entry("cis_700_scale_32.csv", "PublishedTablesTest"),
            Map.entry("isu_worlds2017_men_fs_components.csv", "PublishedTablesTest"),
            Map.entry("diving_sydney2000.csv", "PublishedTablesTest"),
            Map.entry("cis_measurement_calculations.yaml", "CalculationExportTest"),
            Map.entry("euroskills2023_web_marking_scheme.csv", "MarkingSchemeTest"),
            Map.entry("welding_2022_plate_appearance.yaml", "welding-2022-library"),
            Map.entry("welding_site_contest_scheme.yaml", "welding-site-library"),
            Map.entry("identity_check_vectors.csv", "no scores: IdentityNumberTest"),
            Map.entry("cn_contest_rules.yaml", "each rule below"),
            Map.entry("mine_rescue_rules.yaml", "each rule below"),
            Map.entry("quiz_rules_examples.yaml", "each rule below"),
            Map.entry("rubrics_speech_song_proposal.yaml", "each rule below"));

    /** Rules by id: the golden folder, or why there is nothing to compute. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("jining-2023-welding", "jining-2023-welding"),
            Map.entry("zoucheng-5-trades", "zoucheng-trades"),
            Map.entry("guzhen-lamp", "guzhen-lamp"),
            Map.entry("electric-trade", "electric-trade"),
            Map.entry("shenzhen-2016-gold", "no scores: when and to whom to appeal"),
            Map.entry("mohrss-2012-college", "technical-schools-2012"),
            Map.entry("national-print-3", "national-print-3"),
            Map.entry("acftu-5th", "acftu-5th"),
            Map.entry("prc-1st-2020", "prc-2020"),
            Map.entry("shandong-1st-2023", "shandong-2023"),
            Map.entry("hainan-2nd-prefab", "hainan-prefab"),
            Map.entry("heilongjiang-rules", "heilongjiang"),
            Map.entry("mohurd-2015", "electrician-library"),
            Map.entry("chem-operator-4th", "chemical-library"),
            Map.entry("qingdao-16th-chem", "no scores: check-in and anonymity"),
            Map.entry("wanglu-214551", "five-judges-wanglu"),
            Map.entry("wanglu-246764", "no scores: three encryptions"),
            Map.entry("jzds-recheck", "five-judges-wanglu"),
            Map.entry("cstm-2015-appeal", "no scores: when and to whom to appeal"),
            Map.entry("mulan-fist", "mulan-fist"),
            Map.entry("quiz-A", "quiz-a"),
            Map.entry("quiz-B", "quiz-b"),
            Map.entry("quiz-C", "quiz-c-library"),
            Map.entry("quiz-tie", "quiz-tie"),
            Map.entry("speech-A", "speech-a"),
            Map.entry("speech-B", "speech-b"),
            Map.entry("speech-C", "speech-c"),
            Map.entry("speech-D", "speech-floor"),
            Map.entry("song-A", "song-a"),
            Map.entry("song-B", "song-b"),
            Map.entry("song-C", "choir-attendance"),
            Map.entry("song-D", "song-e"),
            Map.entry("song-E", "song-e"),
            Map.entry("proposal-A", "proposal-a"),
            Map.entry("proposal-B", "proposal-bands"),
            Map.entry("proposal-C", "proposals-savings"),
            Map.entry("national_13th_2025", "no scores: how many took part"),
            Map.entry("national_12th_2023", "all-round-library"),
            Map.entry("sichuan_9th", "sichuan-mine-rescue"),
            Map.entry("college_2023", "mine-rescue-library"),
            Map.entry("college_2019_sheet1", "college-2019-sheet-1"));

    @Test
    void whatIsNamedIsThere() {
        for (var where :
                (Iterable<String>) Stream.concat(TABLES.values().stream(), RULES.values().stream())::iterator) {
            if (!where.startsWith("no scores: ") && !where.startsWith("each rule")) {
                var there = where.endsWith("Test")
                        ? Path.of("src/test/java/org/leitai/cli", where + ".java")
                        : GOLDEN.resolve(where).resolve("result.csv");
                assertThat(there).exists();
            }
        }
    }

    private static Path cases() {
        var folder = Stream.of("../shared/cases", "../../shared/cases")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "there is no ../shared/cases: skipped");
        return folder.orElseThrow();
    }

    @Test
    void noTableIsForgotten() throws IOException {
        try (var files = Files.list(cases())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(TABLES.keySet());
        }
    }

    @Test
    void noRuleIsForgotten() throws IOException {
        var mapper = new YAMLMapper();
        var ids = new TreeSet<String>();
        for (var file :
                new String[] {"cn_contest_rules.yaml", "quiz_rules_examples.yaml", "rubrics_speech_song_proposal.yaml"
                }) {
            JsonNode tree = mapper.readTree(cases().resolve(file).toFile());
            tree.findValues("id").forEach(id -> ids.add(id.asText()));
        }
        mapper.readTree(cases().resolve("mine_rescue_rules.yaml").toFile())
                .fieldNames()
                .forEachRemaining(ids::add);
        assertThat(ids).isEqualTo(new TreeSet<>(RULES.keySet()));
    }
}
