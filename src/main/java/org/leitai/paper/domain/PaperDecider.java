package org.leitai.paper.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.paper.domain.PaperCommand.AnnouncePaper;
import org.leitai.paper.domain.PaperCommand.OpenPaper;
import org.leitai.paper.domain.PaperCommand.TakeAnswers;
import org.leitai.paper.domain.PaperEvent.AnswersTaken;
import org.leitai.paper.domain.PaperEvent.PaperAnnounced;
import org.leitai.paper.domain.PaperEvent.PaperOpened;

/** The rules of a mass paper. */
public final class PaperDecider implements Decider<PaperState, PaperCommand, PaperEvent> {
    @Override
    public PaperState initial(StreamId stream) {
        return PaperState.before(stream);
    }

    @Override
    public PaperState evolve(PaperState state, Recorded<PaperEvent> recorded) {
        return switch (recorded.event()) {
            case PaperOpened opened -> state.opened(opened.rulebook());
            case AnswersTaken taken -> state.taken(recorded.seq(), taken.evidence(), taken.sums());
            case PaperAnnounced ignored -> state.shown();
        };
    }

    @Override
    public Decision<PaperEvent> decide(PaperState state, PaperCommand command, Act act, long nowMicros) {
        return switch (command) {
            case OpenPaper open ->
                state.isOpened()
                        ? Decision.refuse("paper-exists", "the paper of discipline " + open.discipline() + " is open")
                        : Decision.accept(new PaperOpened(open.discipline(), open.rulebook(), open.rulebookHash()));
            case TakeAnswers take -> take(state, take);
            case AnnouncePaper ignored -> announce(state);
        };
    }

    private static Decision<PaperEvent> take(PaperState state, TakeAnswers take) {
        if (!state.isOpened()) {
            return unknown(state);
        }
        if (state.announced()) {
            return Decision.refuse("paper-announced", "the ranks are announced: no more answers are taken");
        }
        return twice(state, take.sums())
                .<Decision<PaperEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new AnswersTaken(take.evidence(), take.sums())));
    }

    /** The first number of a chunk that has answers already, in it or before it. */
    private static Optional<Refusal> twice(PaperState state, Sums sums) {
        long[] codes = sums.codes();
        long[] sorted = codes.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < codes.length; i++) {
            boolean again = i > 0 && sorted[i] == sorted[i - 1];
            if (again || state.numbers().contains(codes[i])) {
                String number = Sums.number(again ? sorted[i] : codes[i]);
                return Optional.of(Refusal.of("number-twice", "number " + number + " has answers already")
                        .with("number", number));
            }
        }
        return Optional.empty();
    }

    private static Decision<PaperEvent> announce(PaperState state) {
        if (!state.isOpened()) {
            return unknown(state);
        }
        return state.announced() ? Decision.accept(List.of()) : Decision.accept(new PaperAnnounced());
    }

    private static Decision<PaperEvent> unknown(PaperState state) {
        return Decision.refuse("paper-unknown", "paper " + state.stream() + " was never opened");
    }
}
