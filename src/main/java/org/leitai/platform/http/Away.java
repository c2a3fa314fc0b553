package org.leitai.platform.http;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Which failures mean that a server behind this node is away for a moment: try again, there is nothing to mend in the request or here. */
final class Away {
    /** Classes of PostgreSQL's states: connection, resources, operator (shutting down, starting up), system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** The database takes no connections now, or is not there: somebody moves or restores it. */
    private static final Set<String> STATES = Set.of("55000", "3D000");

    /** What a pool says when no connection came free in time; it has no type of its own. */
    private static final String NO_CONNECTION = "Timeout";

    /** How the client begins when it was given a connection that the server is just ending; that has no type of its own either. */
    private static final String ENDED_CONNECTION = "Connection is not active now";

    private Away() {}

    static boolean is(Throwable failure) {
        return switch (failure) {
            case DatabaseException refused -> isAway(String.valueOf(refused.getSqlState()));
            case ClosedConnectionException closed -> true;
            case FileSystemException file -> false;
            case IOException network -> true;
            case TimeoutException late -> true;
            case VertxException other -> hasNoConnection(String.valueOf(other.getMessage()));
            default -> false;
        };
    }

    private static boolean hasNoConnection(String why) {
        return why.equals(NO_CONNECTION) || why.startsWith(ENDED_CONNECTION);
    }

    private static boolean isAway(String state) {
        return STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
