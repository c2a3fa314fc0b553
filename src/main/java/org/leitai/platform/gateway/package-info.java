/**
 * The gateway: the one door through which commands and questions reach keepers, wherever in the cluster they are.
 *
 * <p>Here stands the contract only: the door, what is answered, where a stream should be kept, and new identities. A node's own
 * keepers stand behind {@link org.leitai.platform.arena.LocalGateway}, those of all nodes behind
 * {@link org.leitai.platform.cluster.ClusterGateway}. Depends on the kernel alone; everybody may use it, on any thread.
 */
@NullMarked
package org.leitai.platform.gateway;

import org.jspecify.annotations.NullMarked;
