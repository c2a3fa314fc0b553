package org.leitai.platform.cluster;

import org.leitai.platform.arena.MovedException;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;

/** Failures that cross the bus, by number. */
enum FailureCode {
    UNAVAILABLE(1),
    UNKNOWN_STREAM(2),
    BROKEN(3);

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
            case UnavailableException unavailable -> UNAVAILABLE;
            case MovedException moved -> UNAVAILABLE;
            case UnknownStreamException unknown -> UNKNOWN_STREAM;
            default -> BROKEN;
        };
    }

    RuntimeException failure(String why) {
        return switch (this) {
            case UNAVAILABLE -> new UnavailableException(why, 1);
            case UNKNOWN_STREAM -> new UnknownStreamException(why);
            case BROKEN -> new IllegalStateException("another node: " + why);
        };
    }
}
