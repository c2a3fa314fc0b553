/**
 * The hub: live boards to many viewers of this node, from frames that come over the event bus.
 *
 * <p>Concurrency: one event loop, the hub's, owns the topics (one per board: newest image, consumer on the bus). Viewers live on
 * the event loops of their connections, grouped in one {@code Shard} a loop. The hub posts to shards and shards post to the hub;
 * both queues are first in, first out, so that a viewer who was given a snapshot sees every later delta and no earlier one.
 *
 * <p>Ordering: subscribe first, then read, then drop what is not newer. A frame that does not follow the image (gap, other epoch)
 * makes the topic read its snapshot anew; nothing is ever guessed. A frame of an earlier ownership term is dropped.
 *
 * <p>Bounds: viewers a node, boards a stream, topics a node, bytes waiting for a viewer; a viewer whose queue is full misses deltas
 * and gets the shared snapshot once it has drained; one that never reads is closed. A frame is encoded once a node, and
 * once an event loop put into native memory as a chunk of HTTP/1.1, which all viewers are written; where the kernel allows io_uring, in
 * salvos of one system call (ADR 19).
 *
 * <p>May be used by features that publish or serve boards; knows no feature. Depends on Vert.x and {@code platform.http.Json}.
 */
@NullMarked
package org.leitai.platform.live;

import org.jspecify.annotations.NullMarked;
