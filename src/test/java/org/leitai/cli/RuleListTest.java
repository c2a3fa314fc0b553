package org.leitai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules ask for and no example of the reference shows for itself, on the command line; every figure is worked out by hand. */
class RuleListTest {
    @TempDir
    private Path folder;

    private String scored(String rulebook, String marks, Object... options) {
        var fixed = new Object[] {
            "--rulebook",
            Leitai.write(folder, "r.yaml", rulebook),
            "--marks",
            Leitai.write(folder, "m.csv", marks),
            "--format",
            "csv"
        };
        var all = new Object[fixed.length + options.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(options, 0, all, fixed.length, options.length);
        var run = Leitai.score(all);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void gradesHaveOpenAndClosedBoundsExactlyZeroAndNegatives() {
        assertThat(scored("""
                        rulebook: r
                        stages:
                          - id: s
                            pieces: {count: 9, take: mean}
                            aspects:
                              - id: gap
                                kind: measured
                                unit: mm
                                grades:
                                  - {when: "0", points: 10}
                                  - {when: ">0..1", points: 8}
                                  - {when: ">1..<2", points: 6}
                                  - {when: "2..3", points: 4}
                                  - {when: "-1..<0", points: 3}
                                  - {when: "<-1", points: 1}
                                  - {when: ">3", points: 0}
                        """, """
                        entry,piece,aspect,value
                        A,1,gap,0
                        A,2,gap,0.001
                        A,3,gap,1
                        A,4,gap,1.001
                        A,5,gap,1.999
                        A,6,gap,2
                        A,7,gap,-0.5
                        A,8,gap,-1.01
                        A,9,gap,3.01
                        """))
                // (10 + 8 + 8 + 6 + 6 + 4 + 3 + 1 + 0) / 9 = 46 / 9
                .isEqualTo("rank,entry,total\n1,A,5.111111111111\n");
    }

    @Test
    void aPanelBelowItsMinimumHasNoValue() {
        assertThat(scored("""
                        rulebook: r
                        stages: [{id: s, panel: {seats: 5, drop-high: 1, drop-low: 1, missing: remove, min-marks: 4}, aspects: [{id: a, max: 10}]}]
                        """, """
                        entry,aspect,judge,value
                        A,a,1,9
                        A,a,2,8
                        A,a,3,7
                        A,a,5,1
                        B,a,1,9
                        B,a,2,9
                        B,a,4,9
                        """))
                // the middle two of 9, 8, 7, 1; three marks are too few
                .isEqualTo("rank,entry,total,missing\n1,A,7.5,1\n,B,,2\n");
    }

    @Test
    void nothingIsRoundedWhereTheRuleDoesNotSaySo() {
        assertThat(scored("""
                        rulebook: r
                        total: {then: [{times: 3}]}
                        stages:
                          - {id: s, panel: {seats: 3}, weight: 1/7, aspects: [{id: a, max: 10}]}
                        """, """
                        entry,aspect,judge,value
                        A,a,1,7
                        A,a,2,7
                        A,a,3,8
                        """))
                // 22 / 3 / 7 × 3 = 22 / 7, and rounded anywhere before it would end otherwise
                .isEqualTo("rank,entry,total\n1,A,3.142857142857\n");
    }

    @Test
    void equalsShareTheRankAndTheNextIsPassedOver() {
        assertThat(scored(
                        "rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10}]}]\n",
                        "entry,aspect,value\nA,a,9\nB,a,8\nC,a,8\nD,a,7\n"))
                .isEqualTo("rank,entry,total\n1,A,9\n2,B,8\n2,C,8\n4,D,7\n");
    }

    @Test
    void onlyCompetingEntriesAreRankedAndAwarded() {
        var entries = Leitai.write(
                folder, "e.csv", "entry,status\nA,DSQ\nB,\nC,DNF\nD,WITHDRAWN\nE,VOID\nF,DNS\nG,COMPETING\n");
        assertThat(scored("""
                        rulebook: r
                        standardise: {method: mean-deviation, centre: 500, spread: 30, round: 0}
                        stages: [{id: s, aspects: [{id: a, max: 10}]}]
                        awards: [{id: first, count: 1}, {id: rest, top: 100%}]
                        """, "entry,aspect,value\nA,a,10\nB,a,6\nC,a,9\nD,a,8\nE,a,9\nG,a,4\n", "--entries", entries))
                // the field is B and G alone: 500 ± 30
                .isEqualTo("""
                        rank,entry,total,scaled,award,award-title,status,missing
                        1,B,6,530,first,first,,
                        2,G,4,470,rest,rest,,
                        ,C,9,,,,DNF,
                        ,F,,,,,DNS,1
                        ,D,8,,,,WITHDRAWN,
                        ,E,9,,,,VOID,
                        ,A,10,,,,DSQ,
                        """);
    }

    @Test
    void fixedNumbersOfAwardsOneTwoTwoThree() {
        var marks = new StringBuilder("entry,aspect,value\n");
        var expected = new StringBuilder("rank,entry,total,award,award-title\n");
        var awards = new String[] {"gold", "first", "first", "second", "second", "third", "third", "third", "", ""};
        for (var i = 0; i < awards.length; i++) {
            marks.append("E").append(i).append(",a,").append(90 - i).append('\n');
            expected.append(i + 1).append(",E").append(i).append(',').append(90 - i);
            expected.append(',').append(awards[i]).append(',').append(awards[i]).append('\n');
        }
        assertThat(scored("""
                        rulebook: r
                        stages: [{id: s, aspects: [{id: a, max: 100}]}]
                        awards: [{id: gold, count: 1}, {id: first, count: 2}, {id: second, count: 2}, {id: third, count: 3}]
                        """, marks.toString())).isEqualTo(expected.toString());
    }

    @Test
    void delegationsInTheOrderOfTheirMedals() {
        var entries = Leitai.write(
                folder,
                "e.csv",
                "entry,delegation,division\na,CN,1\nb,DE,1\nc,FR,1\nd,DE,2\ne,CN,2\nf,FR,2\ng,FR,3\nh,DE,3\ni,KR,3\n");
        assertThat(scored(
                        """
                        rulebook: r
                        stages: [{id: s, aspects: [{id: a, max: 100}]}]
                        awards: [{medals: {window: 0, of: total}}]
                        tables:
                          - {id: medals, by: delegation, columns: [{what: award, of: gold}, {what: award, of: silver}, {what: award, of: bronze}]}
                        """,
                        "entry,aspect,value\na,a,90\nb,a,80\nc,a,70\nd,a,90\ne,a,80\nf,a,70\ng,a,90\nh,a,80\ni,a,70\n",
                        "--entries",
                        entries,
                        "--table",
                        "medals"))
                // CN 1 1 0, DE 1 2 0, FR 1 0 2, KR 0 0 1
                .isEqualTo("""
                        rank,group,award:gold,award:silver,award:bronze
                        1,DE,1,2,0
                        2,CN,1,1,0
                        3,FR,1,0,2
                        4,KR,0,0,1
                        """);
    }
}
