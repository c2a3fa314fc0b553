package org.leitai.platform.ledger;

/**
 * An event with its two hashes.
 *
 * @param leaf over the event alone
 * @param chain over the previous event's chain and this leaf
 */
public record ChainedEvent(LedgerEvent event, Hash leaf, Hash chain) {
    /** Chains an event to what came before it: the previous event's chain, or the stream's genesis. */
    public static ChainedEvent after(Hash previous, LedgerEvent event) {
        Hash leaf = EventHashes.leaf(event);
        return new ChainedEvent(event, leaf, EventHashes.chain(previous, leaf));
    }
}
