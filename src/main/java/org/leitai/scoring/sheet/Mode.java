package org.leitai.scoring.sheet;

/** Which value of a sheet is asked for. */
public enum Mode {
    /** From the marks there are. */
    POINT,
    /** The lowest it can still become. */
    LOW,
    /** The highest it can still become. */
    HIGH
}
