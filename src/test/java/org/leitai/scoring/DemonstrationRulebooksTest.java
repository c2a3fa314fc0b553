package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent;

class DemonstrationRulebooksTest {
    private static Rulebook library(String id) {
        return RulebookReader.read(RulebookLibrary.yaml(id).orElseThrow()).orThrow();
    }

    @ParameterizedTest
    @MethodSource("org.leitai.rulebook.yaml.RulebookLibrary#ids")
    void everyRulebookOfTheLibraryIsSound(String id) {
        assertThat(RulebookReader.read(RulebookLibrary.yaml(id).orElseThrow()))
                .isInstanceOfSatisfying(
                        RulebookReader.Result.Read.class,
                        read -> assertThat(read.rulebook().id()).isEqualTo(id));
    }

    @Test
    void aSpeechDropsOneHighestAndOneLowestAndLosesForOvertime() {
        var rulebook = library("speech");
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        var contents = new String[] {"3.60", "3.80", "3.55", "3.70", "3.90", "3.65", "3.75"};
        for (var seat = 1; seat <= 7; seat++) {
            scorer.apply(mark(rulebook, "speech", "A", "content", "" + seat, contents[seat - 1]));
            scorer.apply(mark(rulebook, "speech", "A", "language", "" + seat, "2.8"));
            scorer.apply(mark(rulebook, "speech", "A", "bearing", "" + seat, "1.4"));
            assertThat(scorer.row("A").orElseThrow().total()).isNull();
            scorer.apply(mark(rulebook, "speech", "A", "overall", "" + seat, "1.3"));
        }
        // sums 9.10 9.30 9.05 9.20 9.40 9.15 9.25, without 9.40 and 9.05 the mean is 9.20
        assertThat(scorer.row("A").orElseThrow().printed()).isEqualTo("9.20");

        scorer.apply(mark(rulebook, "speech", "A", "time", "t", "8:12"));
        assertThat(scorer.row("A").orElseThrow().printed()).isEqualTo("9.15");
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Text.Language.ZH))
                .contains("最高分，去掉", "平均 9.2", "用时：-0.05", "第 1 名，共 1 名", "一等奖");
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Text.Language.EN))
                .contains(
                        "Seat 5: 9.4 (highest, dropped)",
                        "Seat 3: 9.05 (lowest, dropped)",
                        "mean 9.2",
                        "9.15 to 2 decimals: 9.15");
    }

    @Test
    void aSealedPracticalCountsForAnEntryOnlyAfterTheNumbersAreOpened() {
        var rulebook = library("welding-2022");
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A", "staff"));
        scorer.apply(new ScoringEvent.Linked("theory", "W-001", "A"));
        scorer.apply(mark(rulebook, "theory", "W-001", "paper", "1", "90"));
        perfectPlate(scorer, rulebook, "17");
        assertThat(scorer.stageScore("practical", "17").value()).hasToString("12.5");
        assertThat(scorer.row("A").orElseThrow().printed()).isEqualTo("27.00");

        scorer.apply(new ScoringEvent.Linked("practical", "17", "A"));
        assertThat(scorer.row("A").orElseThrow().printed()).isEqualTo("35.75");
    }

    private static void perfectPlate(Scorer scorer, Rulebook rulebook, String number) {
        var values = new String[][] {
            {"reinforcement", "0.5"}, {"height-difference", "1.0"}, {"width-difference", "1.5"}, {"undercut", "none"},
            {"root-concavity", "0"}, {"root-convexity", "1"}, {"misalignment", "0"}, {"angular-distortion", "2"}
        };
        for (var value : values) {
            scorer.apply(mark(rulebook, "practical", number, value[0], "1", value[1]));
        }
    }

    @Test
    void anySurfaceDefectZeroesTheAppearanceSheetAndAnItemGateOnlyItsItem() {
        var rulebook = library("welding-2022");
        var scorer = Scorer.of(rulebook);
        perfectPlate(scorer, rulebook, "17");
        scorer.apply(mark(rulebook, "practical", "17", "item-void", "1", "undercut=1"));
        assertThat(scorer.stageScore("practical", "17").value()).hasToString("10");
        scorer.apply(mark(rulebook, "practical", "17", "surface-defect", "1", "pore=1"));
        assertThat(scorer.stageScore("practical", "17").value()).hasToString("0");
        scorer.apply(mark(rulebook, "practical", "17", "surface-defect", "1", "none"));
        assertThat(scorer.stageScore("practical", "17").value()).hasToString("10");
    }

    @Test
    void aRescueTeamLosesByCountUpToCapsAndForfeitsASection() {
        var rulebook = library("mine-rescue");
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("T1"));
        scorer.apply(mark(rulebook, "drill", "T1", "phone", "1", "plan_field=5 summary_element=1"));
        assertThat(scorer.stageScore("drill", "T1").value()).hasToString("0.5");
        scorer.apply(mark(rulebook, "drill", "T1", "gas", "1", "no_gas_check=4"));
        assertThat(scorer.stageScore("drill", "T1").value()).hasToString("4.5");
        scorer.apply(mark(rulebook, "drill", "T1", "roof", "1", "none"));
        scorer.apply(mark(rulebook, "drill", "T1", "gas", "1", "no_mask_in_gas=1"));
        assertThat(scorer.stageScore("drill", "T1").value()).hasToString("14.5");
        scorer.apply(mark(rulebook, "drill", "T1", "time", "t", "10:11"));
        assertThat(scorer.stageScore("drill", "T1").value()).hasToString("13.5");
    }
}
