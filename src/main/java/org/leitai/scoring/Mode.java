package org.leitai.scoring;

/** Which value of a sheet is asked for. */
enum Mode {
    /** From the marks there are. */
    POINT,
    /** The lowest it can still become. */
    LOW,
    /** The highest it can still become. */
    HIGH
}
