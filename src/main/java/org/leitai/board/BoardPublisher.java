package org.leitai.board;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Aliases;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Face;
import org.leitai.board.domain.Scene;
import org.leitai.board.domain.Touched;
import org.leitai.board.domain.Why;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.live.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes frames of one discipline's standings: the first change goes out at once, later ones are gathered for {@link #CONFLATE_MILLIS},
 * cues never wait. Everything after loading runs on the keeper's event loop.
 *
 * <p>Names come from outside the ledger and may change without an event. The epoch's turn is a fingerprint of them, and a new epoch
 * begins with a snapshot, so that equal frame ids always mean equal content.
 */
final class BoardPublisher implements BoardFold.Listener {
    static final long CONFLATE_MILLIS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(BoardPublisher.class);
    private static final long NAMES_RETRY_MILLIS = 1_000;
    private static final int TURN_BYTES = 5;

    private final BoardOutlets outlets;
    private final StreamId discipline;
    private @Nullable Context context;
    private final List<PublishedBoard> boards = new ArrayList<>();
    private final Map<Audience, Aliases> aliases = new HashMap<>();
    private final Map<Audience, BoardWriter> writers = new HashMap<>();
    private final Map<UUID, Face> faces = new HashMap<>();
    private @Nullable BoardFold fold;
    private Fold.@Nullable Position position;
    private @Nullable ContestTitle contest;
    private @Nullable MessageConsumer<Buffer> nameChanges;
    private String turn = "";
    private boolean conflating;
    private boolean changed;
    private boolean readingNames;
    private boolean namesStale;
    private boolean closed;

    BoardPublisher(BoardOutlets outlets, StreamId discipline) {
        this.outlets = outlets;
        this.discipline = discipline;
        for (Audience audience : Audience.values()) {
            var name = new BoardName(discipline, audience);
            var names = new KeyedAliases(outlets.key(), discipline, audience);
            boards.add(new PublishedBoard(name, names, System::nanoTime));
            aliases.put(audience, names);
            writers.put(audience, new BoardWriter(outlets, name.toString()));
        }
    }

    @Override
    public void loaded(BoardFold loaded, Fold.Position at) {
        context = outlets.vertx().getOrCreateContext();
        fold = loaded;
        position = at;
        readNames();
    }

    @Override
    public void committed(BoardFold changedFold, Fold.Position at, boolean cue) {
        fold = changedFold;
        position = at;
        if (changedFold.state().entries().size() > faces.size() || contest == null) {
            readNames();
        }
        if (cue || !conflating) {
            publish();
            conflate();
        } else {
            changed = true;
            outlets.meters().conflated();
        }
    }

    @Override
    public void closed() {
        closed = true;
        writers.values().forEach(BoardWriter::close);
        if (nameChanges != null) {
            nameChanges.unregister();
        }
    }

    @Override
    public void followed(Audience audience) {
        of(audience).ifPresent(PublishedBoard::followed);
    }

    @Override
    public Optional<Frame> snapshot(Audience audience) {
        return of(audience).flatMap(PublishedBoard::snapshot);
    }

    private Optional<PublishedBoard> of(Audience audience) {
        return boards.stream()
                .filter(board -> board.name().audience() == audience)
                .findFirst();
    }

    @Override
    public Optional<Doc.Obj> why(Audience audience, String rowId) {
        BoardFold known = fold;
        ContestTitle title = contest;
        Aliases names = Objects.requireNonNull(aliases.get(audience));
        return known == null || title == null
                ? Optional.empty()
                : known.scene(title, faces).flatMap(scene -> Why.of(scene, audience, names, rowId));
    }

    private void conflate() {
        if (conflating) {
            return;
        }
        conflating = true;
        outlets.vertx().setTimer(CONFLATE_MILLIS, ignored -> {
            conflating = false;
            if (changed && !closed) {
                publish();
                conflate();
            }
        });
    }

    private void publish() {
        changed = false;
        BoardFold known = fold;
        Fold.Position at = position;
        ContestTitle title = contest;
        if (known == null || at == null || title == null || closed) {
            return;
        }
        known.scene(title, faces).ifPresent(scene -> {
            Touched touched = known.takeTouched();
            boards.forEach(board -> publish(scene, touched, board, at));
        });
    }

    private void publish(Scene scene, Touched touched, PublishedBoard published, Fold.Position at) {
        var epoch = new Epoch(at.ledger(), at.term(), turn);
        PublishedBoard.Advance advance = published.advance(scene, touched, epoch, at.seq(), outlets.nowMicros());
        advance.frame().ifPresent(made -> {
            outlets.vertx().eventBus().publish(published.name().address(outlets.addresses()), made.toWire());
            outlets.meters().frame(made.json().length(), outlets.nowMicros() - at.recordedMicros());
        });
        Objects.requireNonNull(writers.get(published.name().audience()))
                .write(published.board(), advance.rows(), published.epoch(), at.seq());
    }

    /** Reads titles and the faces of all entries; what happens meanwhile is published without the new ones. */
    private void readNames() {
        BoardFold known = fold;
        if (known == null || known.state().head() == null || closed) {
            return;
        }
        if (readingNames) {
            namesStale = true;
            return;
        }
        readingNames = true;
        namesStale = false;
        StreamId of = known.state().opened().contest();
        listenForNames(of);
        var entries = List.copyOf(known.state().entries().keySet());
        outlets.directory()
                .contest(of)
                .compose(title -> outlets.directory().faces(of, entries).map(found -> new Names(title, found)))
                .onComplete(answer -> onKeeper(() -> {
                    readingNames = false;
                    if (answer.succeeded()) {
                        take(entries, answer.result());
                    } else {
                        LOG.warn(
                                "{}: no names yet: {}",
                                discipline,
                                answer.cause().toString());
                        namesLater();
                    }
                }));
    }

    private record Names(ContestTitle title, Map<UUID, Face> faces) {}

    private void take(List<UUID> entries, Names names) {
        var next = new HashMap<UUID, Face>();
        entries.forEach(entry -> next.put(entry, names.faces.getOrDefault(entry, Face.UNKNOWN)));
        turn = turn(names.title, next);
        contest = names.title;
        faces.clear();
        faces.putAll(next);
        publish();
        if (namesStale) {
            readNames();
        }
    }

    /** The same for the same names, also after a restart, and telling nobody anything about them. */
    private String turn(ContestTitle title, Map<UUID, Face> next) {
        byte[] print = outlets.key().fingerprint("board-turn", title + " " + new TreeMap<>(next));
        return HexFormat.of().formatHex(print, 0, TURN_BYTES);
    }

    private void onKeeper(Runnable work) {
        Context keeper = context;
        if (keeper != null) {
            keeper.runOnContext(ignored -> work.run());
        }
    }

    private void namesLater() {
        long pause = NAMES_RETRY_MILLIS / 2 + ThreadLocalRandom.current().nextLong(NAMES_RETRY_MILLIS);
        outlets.vertx().setTimer(pause, ignored -> readNames());
    }

    private void listenForNames(StreamId of) {
        if (nameChanges == null) {
            nameChanges =
                    outlets.vertx().eventBus().consumer(outlets.addresses().names(of));
            nameChanges.handler(ignored -> onKeeper(this::readNames));
        }
    }
}
