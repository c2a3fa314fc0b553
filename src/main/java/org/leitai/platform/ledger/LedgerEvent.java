package org.leitai.platform.ledger;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;

/**
 * One event as the ledger holds it, before it is hashed into its stream's chain.
 *
 * @param seq its place in the stream, from 1
 * @param name with version, such as {@code judging.mark-recorded.v1}
 * @param body canonical JSON: the very bytes that are hashed
 * @param recordedMicros microseconds since 1970, never less than the previous event's
 * @param part its place among the events of its command, from 0
 * @param request hash of the command that caused it, to tell a repeat from another request under the same key
 */
public record LedgerEvent(
        UUID ledger,
        StreamId stream,
        long seq,
        String name,
        Buffer body,
        Act act,
        long recordedMicros,
        int part,
        Hash request) {}
