package org.leitai.paper;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.leitai.kernel.Decider;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.paper.domain.PaperCommand;
import org.leitai.paper.domain.PaperDecider;
import org.leitai.paper.domain.PaperEvent;
import org.leitai.paper.domain.PaperState;
import org.leitai.paper.store.PaperCodec;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;

/** What the keeper of a mass paper needs. */
final class PaperKeeper implements KeeperKind<PaperState, PaperCommand, PaperEvent> {
    private final PaperCodec codec = new PaperCodec();
    private final Function<StreamId, PaperBoard> boards;

    PaperKeeper(Function<StreamId, PaperBoard> boards) {
        this.boards = boards;
    }

    @Override
    public StreamKind kind() {
        return StreamKind.PAPER;
    }

    @Override
    public Decider<PaperState, PaperCommand, PaperEvent> decider() {
        return new PaperDecider();
    }

    @Override
    public EventCodec<PaperEvent> events() {
        return codec;
    }

    @Override
    public CommandCodec<PaperCommand> commands() {
        return codec;
    }

    @Override
    public List<View<PaperState>> views() {
        return List.of(new PaperView());
    }

    @Override
    public List<Fold<PaperState, PaperEvent>> folds(StreamId stream) {
        return List.of(boards.apply(stream));
    }

    /** How far a paper has come; an empty object when it was never opened. */
    static final class PaperView implements View<PaperState> {
        static final String NAME = "paper";

        /** As many chunks are named to who looks again and again. */
        private static final int NEWEST = 5;

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Doc.Obj answer(PaperState state, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
            if (!state.isOpened()) {
                return Doc.obj().build();
            }
            return Doc.obj()
                    .put("rulebook", state.rulebook())
                    .put("chunks", state.chunks().size())
                    .put("entries", state.entries())
                    .put("announced", state.announced())
                    .put("evidence", newest(state.chunks()))
                    .build();
        }

        private static List<Doc.Obj> newest(List<PaperState.Chunk> chunks) {
            return IntStream.rangeClosed(Math.max(1, chunks.size() - NEWEST + 1), chunks.size())
                    .mapToObj(number -> Doc.obj()
                            .put("chunk", number)
                            .put("entries", chunks.get(number - 1).sums().count())
                            .put("hash", chunks.get(number - 1).evidence())
                            .build())
                    .toList();
        }
    }
}
