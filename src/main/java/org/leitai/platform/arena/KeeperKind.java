package org.leitai.platform.arena;

import java.util.List;
import org.leitai.kernel.Command;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.ledger.EventCodec;

/**
 * Everything the keeper of one kind of stream needs from its feature.
 *
 * @param <S> the decider's state
 */
public interface KeeperKind<S, C extends Command, E extends Event> {
    StreamKind kind();

    Decider<S, C, E> decider();

    EventCodec<E> events();

    CommandCodec<C> commands();

    /** Read-only questions to the committed state and the folds, by name; answered on the keeper's thread, in well under 1 ms. */
    List<View<S>> views();

    /** The view of a name; throws when there is none. */
    default View<S> view(String name) {
        return views().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view '" + name + "' of " + kind()));
    }

    /** Opens this kind's folds (such as standings for boards) for one stream that is being loaded. */
    List<Fold<S, E>> folds(org.leitai.kernel.StreamId stream);

    /** Commands to and from documents, to cross the bus. */
    interface CommandCodec<C extends Command> {
        Doc.Obj write(C command);

        /** Throws {@link org.leitai.kernel.doc.DocException} when the document is not a command of this kind. */
        C read(Doc.Obj document);
    }

    /** A question to a keeper. */
    interface View<S> {
        String name();

        /**
         * The answer.
         *
         * @param folds this stream's folds in the order {@link #folds} gave them
         */
        Doc.Obj answer(S state, List<? extends Fold<?, ?>> folds, Doc.Obj question);
    }
}
