package org.leitai.rulebook;

/** What the public sees before results are announced. */
public enum Publicity {
    NONE,
    PROGRESS,
    AFTER_SIGNOFF,
    AT_ONCE,
    HELD
}
