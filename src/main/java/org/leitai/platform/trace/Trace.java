package org.leitai.platform.trace;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;

/** The id of the request that the current context works for. A service provider, because a local must be known before Vert.x starts. */
public final class Trace implements VertxServiceProvider {
    /** No request: a timer, a reaction, the start. */
    public static final String NONE = "";

    private static final ContextLocal<String> LOCAL = ContextLocal.registerLocal(String.class);

    /** Of the current context; {@link #NONE} outside of one or where nobody asked. */
    public static String current() {
        Context context = Vertx.currentContext();
        if (context == null) {
            return NONE;
        }
        String id = context.getLocal(LOCAL);
        return id == null ? NONE : id;
    }

    /**
     * From now on the current context works for this request. Only where Vert.x has made a context for the request alone, as it
     * does for each HTTP request and each message.
     */
    public static void begin(String id) {
        Context context = Vertx.currentContext();
        if (context != null && !id.isEmpty()) {
            context.putLocal(LOCAL, id);
        }
    }

    @Override
    public void init(VertxBootstrap builder) {
        // The local is registered by loading this class.
    }
}
