package org.leitai.contest;

import java.util.List;
import org.leitai.contest.domain.ContestCommand;
import org.leitai.contest.domain.ContestDecider;
import org.leitai.contest.domain.ContestEvent;
import org.leitai.contest.domain.ContestState;
import org.leitai.contest.store.ContestCommandCodec;
import org.leitai.contest.store.ContestEventCodec;
import org.leitai.kernel.Decider;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;

/** What the keeper of a contest's stream needs. */
public final class ContestKeeper implements KeeperKind<ContestState, ContestCommand, ContestEvent> {
    @Override
    public StreamKind kind() {
        return StreamKind.CONTEST;
    }

    @Override
    public Decider<ContestState, ContestCommand, ContestEvent> decider() {
        return new ContestDecider();
    }

    @Override
    public EventCodec<ContestEvent> events() {
        return new ContestEventCodec();
    }

    @Override
    public CommandCodec<ContestCommand> commands() {
        return new ContestCommandCodec();
    }

    @Override
    public List<View<ContestState>> views() {
        return List.of(new ContestView());
    }

    @Override
    public List<Fold<ContestState, ContestEvent>> folds(StreamId stream) {
        return List.of();
    }
}
