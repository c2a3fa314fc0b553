package org.leitai.platform.trace;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request's id comes from: the caller's, when it is harmless, or a new one. */
public final class RequestId {
    /** W3C Trace Context, version 00; later versions may say more after it. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.{0,200})?");

    /** Short, and without anything that could break a line or a quotation in a log. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private RequestId() {}

    /**
     * The trace id of a {@code traceparent}, else the {@code X-Request-Id}, else a new one.
     *
     * @return 8 to 64 letters, digits and {@code . _ : -}
     */
    public static String of(@Nullable String traceparent, @Nullable String requestId) {
        if (traceparent != null) {
            Matcher trace = TRACEPARENT.matcher(traceparent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        return requestId != null && ID.matcher(requestId).matches() ? requestId : fresh();
    }

    /** Of the form of a W3C trace id; it guards nothing, so it need not be unguessable. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(1, Long.MAX_VALUE), random.nextLong());
    }
}
