package org.leitai.platform.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer's events go: into its response, or, where all viewers get the same bytes, past the response's encoder. Only on the
 * connection's event loop.
 */
final class Outlet {
    private final HttpServerResponse response;
    private final @Nullable ChannelHandlerContext beneath;

    private Outlet(HttpServerResponse response, @Nullable ChannelHandlerContext beneath) {
        this.response = response;
        this.beneath = beneath;
    }

    static Outlet of(HttpServerRequest request) {
        return new Outlet(request.response(), encoder(request));
    }

    /** Of a connection that carries HTTP/1.1 in the clear: over TLS no two viewers get the same bytes. */
    private static @Nullable ChannelHandlerContext encoder(HttpServerRequest request) {
        if (!(request.connection() instanceof HttpServerConnection connection)) {
            return null;
        }
        ChannelPipeline pipeline = connection.channelHandlerContext().pipeline();
        return pipeline.get(SslHandler.class) == null ? pipeline.context(HttpResponseEncoder.class) : null;
    }

    HttpServerResponse response() {
        return response;
    }

    void write(Buffer text) {
        response.write(text);
    }

    /**
     * Shares the chunk. What would fill the connection's queue goes through the response, which tells when it has drained; heartbeats
     * do too, so that the connection does not count as idle.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the void promise hands a failure to the connection
    void write(Chunk chunk) {
        ChannelHandlerContext encoder = beneath;
        if (encoder == null || encoder.isRemoved() || !hasRoom(encoder.channel(), chunk)) {
            response.write(chunk.text());
        } else {
            encoder.writeAndFlush(chunk.share(), encoder.voidPromise());
        }
    }

    private static boolean hasRoom(Channel channel, Chunk chunk) {
        return channel.bytesBeforeUnwritable() > chunk.length();
    }
}
