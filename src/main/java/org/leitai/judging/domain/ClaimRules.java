package org.leitai.judging.domain;

import org.leitai.judging.domain.DisciplineCommand.DecideClaim;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;

/** The chief's word on second and late claims. Either way both values stay in the ledger. */
final class ClaimRules {
    private ClaimRules() {}

    static Decision<DisciplineEvent> decide(DisciplineState state, DecideClaim command, Act act) {
        var refusal = Gate.unlocked(state).or(() -> Gate.chief(state, act));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Claim claim = state.claims().get(command.claim());
        if (claim == null) {
            return Decision.refuse("unknown-claim", "there is no claim " + command.claim());
        }
        if (claim.state() != Claim.State.OPEN) {
            return Decision.refuse(
                    "claim-decided",
                    "claim " + command.claim() + " is " + claim.state().code() + " already");
        }
        return Decision.accept(new ClaimDecided(command.claim(), command.accept(), command.reason()));
    }
}
