package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.rulebook.yaml.RulebookReader.Result;

/** The mark allocation table: sections of the standard by criteria, and how far the scheme is off. */
class AllocationTest {
    private static final String SCHEME = """
            rulebook: scheme
            sections: [{id: W1, title: {zh: 组织, en: Organisation}, weight: 10}, {id: W2, title: {zh: 制作, en: Making}, weight: 60}, {id: W3, title: {zh: 检验, en: Inspection}, weight: 30}]
            total: {max: 100}
            stages:
              - id: project
                criteria:
                  - id: A
                    title: {zh: 甲, en: First}
                    forms:
                      - {id: A1, day: 1, aspects: [{id: a1, max: 10, section: W1}, {id: a2, max: 25, section: W2}]}
                      - {id: A2, day: 2, aspects: [{id: a3, max: 5, section: W3}, {id: a4, max: 3, section: W3, outside: true}]}
                  - id: B
                    title: {zh: 乙, en: Second}
                    aspects: [{id: b1, max: 34.5, section: W2}, {id: b2, max: 25.5, section: W3}]
            """;

    private static Rulebook rulebook() {
        return RulebookReader.read(SCHEME).orThrow();
    }

    @Test
    void sectionsAreAddedUpByCriterion() {
        var allocation = Allocation.of(rulebook());
        assertThat(allocation.criteria()).extracting(Text::en).containsExactly("First", "Second");
        assertThat(allocation.lines().stream()
                        .map(line -> line.section().id() + " " + line.marks() + " " + line.allotted() + " "
                                + line.difference()))
                .containsExactly("W1 [10, 0] 10 0", "W2 [25, 34.5] 59.5 -0.5", "W3 [5, 25.5] 30.5 0.5");
        assertThat(allocation.difference()).hasToString("1");
    }

    @Test
    void aSectionThatIsOffIsAWarningAndNoError() {
        assertThat(RulebookReader.read(SCHEME))
                .isInstanceOfSatisfying(
                        Result.Read.class,
                        read -> assertThat(read.warnings())
                                .filteredOn(problem -> problem.code().equals("section-differs"))
                                .extracting(problem -> problem.message().en())
                                .containsExactly(
                                        "section 'W2' has weight 60, the scheme allots 59.5",
                                        "section 'W3' has weight 30, the scheme allots 30.5"));
    }

    @Test
    void anUnknownSectionIsAnErrorAtItsAspect() {
        assertThat(RulebookReader.read(SCHEME.replace("section: W1}", "section: W9}")))
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.problems())
                                .filteredOn(RulebookProblem::isError)
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo("unknown-section");
                                    assertThat(problem.line()).isEqualTo(10);
                                }));
    }

    @Test
    void theTableAndTheDaysAreToldInWords() {
        assertThat(RulebookWords.full(rulebook(), Text.Language.EN))
                .contains("""
                        Marks by section of the standard:
                        \u2003W1 Organisation: the standard gives 10, the scheme 10 (First 10).
                        \u2003W2 Making: the standard gives 60, the scheme 59.5 (First 25 + Second 34.5).
                        \u2003W3 Inspection: the standard gives 30, the scheme 30.5 (First 5 + Second 25.5).
                        \u2003Differences add up to 1.
                        """)
                .contains("Marking day 1: A1.", "Marking day 2: A2.");
        assertThat(RulebookWords.full(rulebook(), Text.Language.ZH))
                .contains("W2 制作：标准 60，方案 59.5（甲 25 + 乙 34.5）。")
                .contains("第 2 个评分日：A2。", "偏差合计 1。");
    }

    @Test
    void aStageWithoutCriteriaIsOneColumn() {
        var allocation = Allocation.of(RulebookReader.read("""
                rulebook: r
                sections: [{id: S, weight: 4}]
                stages: [{id: s, aspects: [{id: a, max: 4, section: S}]}]
                """).orThrow());
        assertThat(allocation.criteria()).extracting(Text::en).containsExactly("s");
        assertThat(allocation.difference().signum()).isZero();
    }
}
