package org.leitai.access.domain;

/**
 * How many wrong tries are allowed, and for how long they count. Counted by device, and more generously by login: never by network
 * address, because a whole hall is behind one.
 */
public final class Attempts {
    /** Wrong tries count for ten minutes. */
    public static final long WINDOW_MICROS = 600_000_000L;

    /** A device or seat may be wrong this often. */
    public static final int PER_DEVICE = 10;

    /** A login may be tried wrongly this often from all devices together. */
    public static final int PER_LOGIN = 50;

    private Attempts() {}

    /** Whether one more try is allowed after that many wrong ones in the window. */
    public static boolean allowed(String subject, long failures) {
        return failures < (subject.startsWith("login:") ? PER_LOGIN : PER_DEVICE);
    }
}
