/**
 * The installation under watch: nodes with the disciplines they keep and their viewers, judges' tablets with what they have not sent.
 *
 * <p>Everything here was reported a moment ago and may be lost: it lives in cluster-wide maps of Hazelcast and decides nothing. A
 * tablet reports itself by its seat's session, a node by a timer. No names of people, no marks. Runs on event loops.
 */
@NullMarked
package org.leitai.installation;

import org.jspecify.annotations.NullMarked;
