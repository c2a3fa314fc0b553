package org.leitai.scoring.result;

/** How an entry takes part; only competing ones are ranked. The others stand after them in this order. */
public enum Status {
    COMPETING,
    /** Did not finish (未完成). */
    DNF,
    /** Did not start (缺赛、弃权). */
    DNS,
    WITHDRAWN,
    /** Result void (成绩无效). */
    VOID,
    /** Disqualified (取消资格). */
    DSQ
}
