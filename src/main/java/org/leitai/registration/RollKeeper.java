package org.leitai.registration;

import java.util.List;
import org.leitai.kernel.Decider;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.registration.domain.RollCommand;
import org.leitai.registration.domain.RollDecider;
import org.leitai.registration.domain.RollEvent;
import org.leitai.registration.domain.RollState;
import org.leitai.registration.store.RollCommandCodec;
import org.leitai.registration.store.RollEventCodec;

/** What the keeper of a roll's stream needs. */
public final class RollKeeper implements KeeperKind<RollState, RollCommand, RollEvent> {
    @Override
    public StreamKind kind() {
        return StreamKind.ROLL;
    }

    @Override
    public Decider<RollState, RollCommand, RollEvent> decider() {
        return new RollDecider();
    }

    @Override
    public EventCodec<RollEvent> events() {
        return new RollEventCodec();
    }

    @Override
    public CommandCodec<RollCommand> commands() {
        return new RollCommandCodec();
    }

    @Override
    public List<View<RollState>> views() {
        return RollViews.all();
    }

    @Override
    public List<Fold<RollState, RollEvent>> folds(StreamId stream) {
        return List.of();
    }
}
