package org.leitai.platform.http;

import io.vertx.core.Future;
import org.leitai.kernel.Principal;

/** Turns a session cookie into a principal; given by the feature that keeps sessions. */
public interface Authenticator {
    /** Nobody is signed in. */
    Session NOBODY = new Session(new Principal.Anonymous(), "");

    /**
     * Looks the session up (cached for seconds).
     *
     * @param token the cookie's value, as the browser sent it, or {@link #beside} it
     * @return {@link #NOBODY} when it is unknown, expired or revoked
     */
    Future<Session> authenticate(String token);

    /** The token of a further seat on a device that was signed in with this one; what no card opened is nobody's. */
    static String beside(String token, String seat) {
        return token + "." + seat;
    }

    /**
     * A session at one moment.
     *
     * @param csrf what a writing request must repeat in the header {@code X-CSRF-Token}
     */
    record Session(Principal principal, String csrf) {}
}
