package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;

class RulebookReaderTest {
    private static List<RulebookProblem> problems(String yaml) {
        return switch (RulebookReader.read(yaml)) {
            case RulebookReader.Result.Read read -> read.warnings();
            case RulebookReader.Result.Failed failed -> failed.problems();
        };
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlaceAndTheNearestKnownOne() {
        assertThat(problems("""
                rulebook: r
                stages:
                  - id: s
                    weigth: 30%
                    aspects: [{id: a, max: 10}]
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo(5);
            assertThat(problem.path()).isEqualTo("stages[0].weigth");
            assertThat(problem.code()).isEqualTo("unknown-field");
            assertThat(problem.suggestion()).isEqualTo("weight");
        });
    }

    @Test
    void sumsThatDoNotAddUpAreErrors() {
        assertThat(problems("""
                rulebook: r
                total: {max: 100}
                stages:
                  - {id: s, max: 10, aspects: [{id: a, max: 4}, {id: b, max: 5}]}
                """)).extracting(RulebookProblem::code).containsExactly("sum-differs", "sum-differs");
    }

    /** A piece's steps come before pieces are added; attempts and whole sheets may be added up too. */
    @Test
    void sumsGoThroughPanelsStepsAttemptsAndPieces() {
        assertThat(problems("""
                rulebook: r
                total: {max: 104}
                stages:
                  - {id: a, max: 22, pieces: {count: 2, take: sum}, then: [{plus: 1}], aspects: [{id: x, max: 10}]}
                  - {id: b, max: 30, attempts: {count: 3, take: sum}, aspects: [{id: x, max: 10}]}
                  - {id: c, max: 30, panel: {seats: 5, drop-high: 1, drop-low: 1, combine: sum}, aspects: [{id: x, max: 10}]}
                  - {id: d, max: 20, attempts: {count: 3, best: 2, take: sum}, aspects: [{id: x, max: 10}]}
                  - {id: e, max: 2, pieces: {count: 3, take: best}, aspects: [{id: x, max: 2}]}
                """)).isEmpty();
    }

    @Test
    void overlappingAndUnreachableGradesAreFound() {
        var head = "rulebook: r\nstages: [{id: s, aspects: [{id: a, kind: measured, grades: ";
        assertThat(problems(head + "[{when: 0..2, points: 2}, {when: 2..3, points: 1}]}]}]"))
                .extracting(RulebookProblem::code)
                .containsExactly("grades-overlap");
        assertThat(problems(head + "[{when: <=2, points: 2}, {when: '>2..3', points: 1}]}]}]"))
                .isEmpty();
    }

    @Test
    void aTieBreakOnSomethingNotRecordedIsAnError() {
        assertThat(problems("""
                rulebook: r
                ranking: {ties: [s/time]}
                stages: [{id: s, aspects: [{id: a, max: 4}]}]
                """)).extracting(RulebookProblem::code).containsExactly("unknown-aspect");
    }

    /** Code and line of every problem of a stage's aspects, with what stands beside the stages. */
    private static List<String> found(String aspects, String... beside) {
        var yaml =
                "rulebook: r\n" + String.join("\n", beside) + "\nstages:\n  - id: s\n    aspects:\n      - " + aspects;
        return problems(yaml).stream()
                .map(problem -> problem.code() + " " + problem.line())
                .toList();
    }

    @Test
    void whatHasNoEffectIsPointedOutAtItsLine() {
        assertThat(
                        found(
                                "{id: a, kind: bands, max: 1, target: 0, bands: [{within: 2, deduct: 0}, {within: 1, deduct: 50}]}"))
                .containsExactly("band-unreachable 6");
        assertThat(
                        found(
                                "{id: a, kind: bands, max: 1, target: 0, bands: [{within: 1, deduct: 0}, {within: 2, deduct: 50}]}"))
                .isEmpty();
        assertThat(found("{id: a, kind: choice, levels: [{id: x, from: 5, to: 15}, {id: y, from: 11, to: 20}]}"))
                .containsExactly("levels-overlap 6");
        assertThat(found("{id: a, kind: choice, levels: [{id: x, from: 5, to: 10}, {id: y, from: 11, to: 20}]}"))
                .isEmpty();
        assertThat(found("{id: a, max: 1}\n      - {id: f, kind: recorded}")).containsExactly("figure-unused 7");
        assertThat(found("{id: a, max: 1}\n      - {id: f, kind: recorded}", "ranking: {ties: [s/f]}"))
                .isEmpty();
        assertThat(found("{id: a, max: 1, then: [{times: f}]}\n      - {id: f, kind: recorded}"))
                .isEmpty();
        assertThat(found("{id: a, max: 1, weight: 0}")).containsExactly("weight-zero 6");
        assertThat(found("{id: a, max: 0}")).containsExactly("aspect-worthless 6");
    }

    @Test
    void aDivisionMayBeOnlyItsId() {
        var stages = "\nstages: [{id: s, aspects: [{id: a, max: 4}]}]\n";
        var shorthand =
                RulebookReader.read("rulebook: r\ndivisions: [职工组, b]" + stages).orThrow();
        assertThat(shorthand.divisions())
                .extracting(Division::id, division -> division.title().zh())
                .containsExactly(tuple("职工组", "职工组"), tuple("b", "b"));
        assertThat(RulebookReader.read(shorthand.canonical()).orThrow()).isEqualTo(shorthand);
        assertThat(problems("rulebook: r\ndivisions: [[a]]" + stages))
                .extracting(RulebookProblem::code)
                .containsExactly("wrong-type");
        assertThat(problems("rulebook: r\ndivisions: ['a b']" + stages))
                .extracting(RulebookProblem::code)
                .containsExactly("bad-id");
    }

    @Test
    void theBestPartsAreWrittenBesideCombineOrInIt() {
        var head = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 4}, {id: b, max: 4}]";
        var beside = RulebookReader.read(head + ", best: 2}]").orThrow().stages();
        assertThat(RulebookReader.read(head + ", combine: {best: 2}}]")
                        .orThrow()
                        .stages())
                .isEqualTo(beside);
        assertThat(RulebookReader.read(head + ", combine: best, best: 2}]")
                        .orThrow()
                        .stages())
                .isEqualTo(beside);
        assertThat(RulebookReader.read(head + ", combine: best}]").orThrow().stages())
                .isEqualTo(RulebookReader.read(head + ", best: 1}]").orThrow().stages());
        assertThat(problems(head + ", combine: mean, best: 2}]"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("combined-twice");
                    assertThat(problem.path()).isEqualTo("stages[0].combine");
                    assertThat(problem.message().en()).contains("leave out 'combine'", "then: [{divide: 2}]");
                });
    }

    @Test
    void tablesAndHonoursNameWhatThereIs() {
        var one = "{id: a, max: 1}";
        var awards = "awards: [{id: gold, count: 1}]";
        assertThat(found(one, awards, "honours: [{id: h, awards: [golden]}]")).containsExactly("unknown-award 3");
        assertThat(found(one, awards, "tables: [{id: t, points: {silver: 3}, columns: [{what: points}]}]"))
                .containsExactly("unknown-award 3");
        assertThat(found(one, awards, "tables: [{id: t, columns: [{what: award, of: bronze}]}]"))
                .containsExactly("unknown-award 3");
        assertThat(found(one, "tables: [{id: t, columns: [{what: of, of: s/b}]}]"))
                .containsExactly("unknown-aspect 2");
        assertThat(found(one, "tables: [{id: t, columns: [{what: of, of: s/a}, {what: of, of: s}]}]"))
                .isEmpty();
        assertThat(found(one, "divisions: [{id: x}]", "tables: [{id: t, exclude: [z], columns: [{what: total}]}]"))
                .containsExactly("unknown-division 3");
        assertThat(found("{id: a, max: 1}\n      - {id: g, kind: gate}", "ranking: {ties: [s/g]}"))
                .containsExactly("tie-without-value 2");
    }

    @Test
    void whatTieBreaksRoundsAwardsHonoursAndTablesNameIsFoundAtItsOwnLine() {
        assertThat(problems("""
                rulebook: r
                divisions: [x]
                ranking:
                  shared: false
                  ties:
                    - s
                    - s/nothing
                    - {of: s/a, order: ascending}
                    - of: s/veto
                    - of: s
                      nth: 2
                    - of: s/a
                      seat: chief
                    - nowhere
                rounds:
                  - id: one
                    stages: [s]
                  - id: two
                    stages:
                      - s
                      - t
                awards:
                  - awards: [{id: gold, count: 1}]
                  - divisions:
                      - x
                      - y
                    awards: [{id: gold, count: 1}]
                honours:
                  - {id: h, awards: [gold]}
                  - id: i
                    awards: [gold,
                             silver]
                    divisions: z
                tables:
                  - {id: t, columns: [{what: total}]}
                  - id: u
                    points:
                      gold: 2
                      bronze: 1
                    exclude: [w]
                    columns:
                      - {what: total}
                      - what: award
                        of: copper
                      - {what: of,
                         of: s/c}
                stages: [{id: s, aspects: [{id: a, max: 4}, {id: veto, kind: gate}]}]
                """))
                .extracting(RulebookProblem::line, RulebookProblem::code, RulebookProblem::path)
                .containsExactly(
                        tuple(7, "unknown-aspect", "ranking.ties[1]"),
                        tuple(9, "tie-without-value", "ranking.ties[3].of"),
                        tuple(11, "tie-without-value", "ranking.ties[4].nth"),
                        tuple(13, "unknown-seat", "ranking.ties[5].seat"),
                        tuple(14, "unknown-stage", "ranking.ties[6]"),
                        tuple(21, "unknown-stage", "rounds[1].stages[1]"),
                        tuple(26, "unknown-division", "awards[1].divisions[1]"),
                        tuple(32, "unknown-award", "honours[1].awards[1]"),
                        tuple(33, "unknown-division", "honours[1].divisions"),
                        tuple(39, "unknown-award", "tables[1].points.bronze"),
                        tuple(40, "unknown-division", "tables[1].exclude[0]"),
                        tuple(44, "unknown-award", "tables[1].columns[1].of"),
                        tuple(46, "unknown-aspect", "tables[1].columns[2].of"));
    }

    /** Items that are not read at all do not move the others' lines. */
    @Test
    void aWrongItemBeforeDoesNotShiftThePlaceOfTheNext() {
        assertThat(problems("""
                rulebook: r
                ranking:
                  ties:
                    - [s]
                    - s/nothing
                tables:
                  - wrong
                  - id: t
                    columns: [{what: of, of: s/c}]
                stages: [{id: s, aspects: [{id: a, max: 4}]}]
                """))
                .extracting(RulebookProblem::line, RulebookProblem::code)
                .containsExactlyInAnyOrder(
                        tuple(4, "wrong-type"),
                        tuple(5, "unknown-aspect"),
                        tuple(7, "wrong-type"),
                        tuple(9, "unknown-aspect"));
    }

    @Test
    void theLibraryHasNothingToPointOutButTheOverlapsOfARealForm() {
        for (var id : RulebookLibrary.ids()) {
            assertThat(problems(RulebookLibrary.yaml(id).orElseThrow()))
                    .as(id)
                    .filteredOn(problem -> !problem.code().equals("levels-overlap"))
                    .isEmpty();
        }
        assertThat(problems(RulebookLibrary.yaml("proposals").orElseThrow())).hasSize(2);
    }

    @Test
    void aPanelThatDropsAllItsMarksIsAnError() {
        assertThat(problems("""
                rulebook: r
                panel: {seats: 3, drop-high: 2, drop-low: 1}
                stages: [{id: s, aspects: [{id: a, max: 4}]}]
                """)).extracting(RulebookProblem::code).containsExactly("nothing-left");
    }

    @Test
    void theHashSeesMeaningAndNotLayout() {
        var one = RulebookReader.read("rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 1.50}]}]")
                .orThrow();
        var same = RulebookReader.read(
                        "# note\nstages:\n  - aspects:\n      - {max: 1.5, id: 'a'}\n    id: s\nrulebook: r")
                .orThrow();
        var other = RulebookReader.read("rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 1.51}]}]")
                .orThrow();
        assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash()).hasSize(64);
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void aRulebookSurvivesWritingItsCanonicalFormAndReadingIt() {
        for (var id : RulebookLibrary.ids()) {
            var rulebook =
                    RulebookReader.read(RulebookLibrary.yaml(id).orElseThrow()).orThrow();
            assertThat(RulebookReader.read(rulebook.canonical()).orThrow())
                    .as(id)
                    .isEqualTo(rulebook);
        }
    }

    @Test
    void rubbishIsAlwaysALocatedProblem() {
        var deep = "[".repeat(5_000);
        var bomb =
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
        var itself = "rulebook: &r\n  stages: [*r]\n";
        var head = "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: ";
        for (var yaml : List.of(
                "",
                "{",
                "a: b: c",
                "- x",
                "\uFEFF",
                deep,
                bomb,
                itself,
                "\t",
                "rulebook: [",
                "a: 1\na: 2",
                head + "NaN}]}]",
                head + "1e400}]}]",
                head + "-.inf}]}]",
                head + "9".repeat(400) + "}]}]",
                "? [x]\n: y")) {
            assertThat(problems(yaml))
                    .as(yaml.length() > 60 ? yaml.substring(0, 60) : yaml)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        }
    }
}
