package org.leitai.platform.http;

import java.util.Map;
import org.leitai.kernel.Refusal;
import org.leitai.platform.gateway.Outcome;

/**
 * An answer that is not a success, rendered as {@code application/problem+json} (RFC 9457). Thrown or failed with; never logged as
 * an error of ours.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Refusal refusal;

    private Problem(int status, Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.status = status;
        this.refusal = refusal;
    }

    /** 400: the request cannot be understood. */
    public static Problem badRequest(String code, String detail) {
        return new Problem(400, Refusal.of(code, detail));
    }

    /** 401: sign in first. */
    public static Problem unauthorized() {
        return new Problem(401, Refusal.of("sign-in-first", "this needs a signed-in session"));
    }

    /** 403: signed in, but the role does not allow it. */
    public static Problem forbidden(String detail) {
        return new Problem(403, Refusal.of("not-allowed", detail));
    }

    public static Problem notFound(String what) {
        return new Problem(404, Refusal.of("not-found", what + " does not exist"));
    }

    /** The commit, or the refusal thrown as 409. */
    public static Outcome.Committed committed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> committed;
            case Outcome.Refused refused -> throw refused(refused.refusal());
        };
    }

    /** A decider's refusal: 409 unless a feature maps its code otherwise. */
    public static Problem refused(Refusal refusal) {
        return new Problem(409, refusal);
    }

    public static Problem of(int status, Refusal refusal) {
        return new Problem(status, refusal);
    }

    public int status() {
        return status;
    }

    public String code() {
        return refusal.code();
    }

    public String detail() {
        return refusal.detail();
    }

    public Map<String, String> values() {
        return refusal.values();
    }
}
