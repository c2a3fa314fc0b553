package org.leitai.judging.domain;

/** How an entry stands in its discipline; reasons are kept beside, encrypted. */
public enum EntryStatus {
    ACTIVE("active"),
    /** Did not start (缺赛, 弃权). */
    DNS("dns"),
    /** Did not finish (未完成). */
    DNF("dnf"),
    /** Disqualified (取消资格). */
    DSQ("dsq"),
    WITHDRAWN("withdrawn"),
    /** Result void (成绩无效). */
    VOID("void");

    private final String code;

    EntryStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} when no status has that code. */
    public static EntryStatus ofCode(String code) {
        for (EntryStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown entry status: " + code);
    }
}
