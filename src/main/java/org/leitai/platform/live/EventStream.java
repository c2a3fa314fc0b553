package org.leitai.platform.live;

import io.vertx.core.buffer.Buffer;

/** The text form of server-sent events. */
final class EventStream {
    static final String CONTENT_TYPE = "text/event-stream";

    /** An event, not a comment: EventSource does not show comments to a page that must know whether its stream is alive. */
    static final Buffer HEARTBEAT = Buffer.buffer("event: ping\ndata: {}\n\n");

    private EventStream() {}

    /** A frame as one event; JSON text holds no raw line ends. */
    static Buffer event(Frame frame) {
        return Buffer.buffer(frame.json().length() + 128)
                .appendString("event: board\nid: ")
                .appendString(frame.id().toString())
                .appendString("\ndata: ")
                .appendBuffer(frame.json())
                .appendString("\n\n");
    }

    /** Says that a board asked for does not exist (any more). */
    static Buffer absent(String board) {
        return Buffer.buffer("event: absent\ndata: {\"board\":\"" + board + "\"}\n\n");
    }

    /** Asks the client to wait that long before it opens another stream. */
    static Buffer retry(long millis) {
        return Buffer.buffer("retry: " + millis + "\n\n");
    }
}
