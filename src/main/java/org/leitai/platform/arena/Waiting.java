package org.leitai.platform.arena;

import io.vertx.core.Promise;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.Hash;

/**
 * A command on its way through a keeper.
 *
 * @param request hash of the command
 * @param trace of the request it came with, for the log
 * @param deadlineNanos of the monotonic clock, after which it is turned away
 */
record Waiting<C extends Command>(
        C command, Act act, Hash request, String trace, long deadlineNanos, Promise<Outcome> answer) {
    boolean isAnswered() {
        return answer.future().isComplete();
    }

    boolean isLate(long nowNanos) {
        return deadlineNanos - nowNanos <= 0;
    }
}
