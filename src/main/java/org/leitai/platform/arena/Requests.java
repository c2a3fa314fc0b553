package org.leitai.platform.arena;

import org.leitai.kernel.Command;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.platform.ledger.Hash;

/** What makes two commands the same request: their canonical documents, not the times and devices around them. */
final class Requests {
    private Requests() {}

    /** The kind's own command type: callers name kind and command together. */
    @SuppressWarnings("unchecked")
    static <C extends Command> Hash hash(KeeperKind<?, C, ?> kind, Command command) {
        return Hash.of(CanonicalJson.write(kind.commands().write((C) command)));
    }
}
