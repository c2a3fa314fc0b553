package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.http.Problem;
import org.leitai.platform.reaction.Reaction;
import org.leitai.registration.domain.RollEvent;
import org.leitai.registration.domain.RollEvent.EntryApproved;
import org.leitai.registration.domain.RollEvent.EntryWithdrawn;

/** After a crash between the roll's event and the discipline's, the discipline hears of it all the same. */
final class AdmissionReaction implements Reaction<RollEvent> {
    private final Rolls rolls;
    private final Admissions admissions;

    AdmissionReaction(Rolls rolls, Admissions admissions) {
        this.rolls = rolls;
        this.admissions = admissions;
    }

    @Override
    public String name() {
        return "admission";
    }

    @Override
    public StreamKind source() {
        return StreamKind.ROLL;
    }

    @Override
    public Future<Void> react(StreamId roll, Recorded<RollEvent> recorded, Acts acts) {
        RollEvent event = recorded.event();
        if (event instanceof EntryApproved approved) {
            return admit(roll, approved.entry(), acts.number(0));
        }
        if (event instanceof EntryWithdrawn withdrawn) {
            return withdraw(roll, withdrawn.entry(), acts.number(0));
        }
        return Future.succeededFuture();
    }

    /** An entry withdrawn since then is admitted first all the same: its withdrawal follows as its own event. */
    private Future<Void> admit(StreamId roll, UUID entry, Act act) {
        return settled(rolls.entry(roll, entry).compose(found -> admissions.admit(List.of(found), act)));
    }

    private Future<Void> withdraw(StreamId roll, UUID entry, Act act) {
        return settled(rolls.entry(roll, entry).compose(found -> admissions.withdraw(found, act)));
    }

    /** A discipline's refusal (results are locked) is an answer; only silence is tried again. */
    private static Future<Void> settled(Future<Void> done) {
        return done.recover(
                failure -> failure instanceof Problem ? Future.succeededFuture() : Future.failedFuture(failure));
    }
}
