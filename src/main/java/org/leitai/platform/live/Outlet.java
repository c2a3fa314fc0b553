package org.leitai.platform.live;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer's events go: into its response, or, where all viewers get the same bytes, past the response's encoder. Only on the
 * connection's event loop.
 */
final class Outlet {
    static final int NO_SOCKET = -1;

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
        // HTTP/1.0, which proxies speak unless told otherwise, knows no chunks.
        if (request.version() != HttpVersion.HTTP_1_1
                || !(request.connection() instanceof HttpServerConnection connection)) {
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
     * Shares the chunk. What would fill the connection's queue goes through the response, which tells when it has drained.
     *
     * @return false when the bytes had to be copied
     */
    boolean write(Chunk chunk) {
        ChannelHandlerContext encoder = beneath;
        if (encoder == null || encoder.isRemoved() || !hasRoom(encoder.channel(), chunk)) {
            response.write(chunk.text());
            return false;
        }
        writeRest(chunk, 0);
        return true;
    }

    /** The chunk behind what was sent of it already, past everything that waits. */
    @SuppressWarnings("FutureReturnValueIgnored") // the void promise hands a failure to the connection
    void writeRest(Chunk chunk, int sent) {
        ChannelHandlerContext encoder = requireNonNull(beneath);
        encoder.writeAndFlush(chunk.share().skipBytes(sent), encoder.voidPromise());
    }

    /** The descriptor of an io_uring socket to which nothing waits to be written, or {@link #NO_SOCKET}. */
    int idleSocket() {
        ChannelHandlerContext encoder = beneath;
        if (encoder == null || !(encoder.channel() instanceof IoUringSocketChannel channel) || !channel.isActive()) {
            return NO_SOCKET;
        }
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        boolean idle = waiting != null && waiting.isEmpty() && waiting.totalPendingWriteBytes() == 0;
        return idle ? channel.fd().intValue() : NO_SOCKET;
    }

    private static boolean hasRoom(Channel channel, Chunk chunk) {
        return channel.bytesBeforeUnwritable() > chunk.length();
    }
}
