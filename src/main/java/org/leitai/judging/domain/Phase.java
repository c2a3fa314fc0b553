package org.leitai.judging.domain;

/** How far a discipline has come, in order. */
public enum Phase {
    /** No stage was opened yet. */
    PREPARING,
    RUNNING,
    /** Every stage is closed. */
    CLOSED,
    /** 锁定: nothing moves any more. */
    LOCKED,
    /** 解密: every sealed stage is opened. */
    OPENED,
    /** 裁判长签发. */
    ISSUED,
    /** 现场公布. */
    ANNOUNCED;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean before(Phase other) {
        return compareTo(other) < 0;
    }
}
