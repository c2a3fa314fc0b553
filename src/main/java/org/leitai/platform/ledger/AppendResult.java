package org.leitai.platform.ledger;

/** What became of a batch. */
public sealed interface AppendResult {
    /** It is committed. */
    record Written() implements AppendResult {}

    /** The head was not where the keeper believed it: another keeper is at work. Nothing was recorded. */
    record Fenced() implements AppendResult {}

    /**
     * The database refuses these very events. Nothing was recorded.
     *
     * @param sqlState the database's error code
     */
    record Unstorable(String sqlState, String detail) implements AppendResult {}

    /** The database could not be asked, or said no for reasons of its own (disk full). Nothing was recorded. */
    record NotTried(String why) implements AppendResult {}

    /** Nobody knows: it may be committed now, later, or never. Only taking the stream anew ends this state. */
    record InDoubt(String why) implements AppendResult {}
}
