package org.leitai.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineDecider;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.store.DisciplineCommandCodec;
import org.leitai.judging.store.DisciplineEventCodec;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Decider;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;

/** What the keeper of a discipline, the arena, needs. */
public final class DisciplineKeeper implements KeeperKind<DisciplineState, DisciplineCommand, DisciplineEvent> {
    private final DisciplineDecider decider = new DisciplineDecider();
    private final DisciplineEventCodec events = new DisciplineEventCodec();
    private final DisciplineCommandCodec commands = new DisciplineCommandCodec();
    private final Function<StreamId, List<Fold<DisciplineState, DisciplineEvent>>> folds;
    private final List<View<DisciplineState>> views;

    /**
     * A keeper with what others hang into it.
     *
     * @param folds opened for each stream that is loaded, such as boards
     * @param moreViews answered from those folds
     */
    public DisciplineKeeper(
            Function<StreamId, List<Fold<DisciplineState, DisciplineEvent>>> folds,
            List<View<DisciplineState>> moreViews) {
        this.folds = folds;
        List<View<DisciplineState>> all = new ArrayList<>(Views.all());
        all.addAll(moreViews);
        this.views = List.copyOf(all);
    }

    @Override
    public StreamKind kind() {
        return StreamKind.DISCIPLINE;
    }

    @Override
    public Decider<DisciplineState, DisciplineCommand, DisciplineEvent> decider() {
        return decider;
    }

    @Override
    public EventCodec<DisciplineEvent> events() {
        return events;
    }

    @Override
    public CommandCodec<DisciplineCommand> commands() {
        return commands;
    }

    @Override
    public List<View<DisciplineState>> views() {
        return views;
    }

    @Override
    public List<Fold<DisciplineState, DisciplineEvent>> folds(StreamId stream) {
        return folds.apply(stream);
    }
}
