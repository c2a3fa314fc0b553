package org.leitai.platform.cluster;

import org.leitai.platform.arena.MovedException;
import org.leitai.platform.arena.UnreadableException;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;

/** Failures that cross the bus, by number. */
enum FailureCode {
    UNAVAILABLE(1),
    UNKNOWN_STREAM(2),
    BROKEN(3),
    /** The stream is on its way to another node: ask again at once. */
    MOVED(4);

    final int number;

    FailureCode(int number) {
        this.number = number;
    }

    static FailureCode numbered(int number) {
        for (FailureCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return BROKEN;
    }

    static FailureCode of(Throwable failure) {
        return switch (failure) {
            case UnreadableException unreadable -> MOVED;
            case UnavailableException unavailable -> UNAVAILABLE;
            case MovedException moved -> MOVED;
            case UnknownStreamException unknown -> UNKNOWN_STREAM;
            default -> BROKEN;
        };
    }

    RuntimeException failure(String why) {
        return switch (this) {
            case UNAVAILABLE, MOVED -> new UnavailableException(why, 1);
            case UNKNOWN_STREAM -> new UnknownStreamException(why);
            case BROKEN -> new IllegalStateException("another node: " + why);
        };
    }
}
