package org.leitai.platform.observe;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.leitai.platform.trace.Trace;
import org.slf4j.event.KeyValuePair;

/** {@code %request} of the log's pattern: the request that a line belongs to, or nothing. */
public final class LogRequest extends ClassicConverter {
    /** Under which lines that work for several requests name them. */
    static final String KEY = "request";

    @Override
    public String convert(ILoggingEvent event) {
        String id = of(event);
        return id.isEmpty() ? "" : "[" + id + "] ";
    }

    /** What the line names itself, else what its context works for; a line is written in the thread that says it. */
    static String of(ILoggingEvent event) {
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                if (pair.key.equals(KEY)) {
                    return String.valueOf(pair.value);
                }
            }
        }
        return Trace.current();
    }
}
