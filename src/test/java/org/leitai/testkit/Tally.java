package org.leitai.testkit;

import java.util.List;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.UnknownEventException;

/** A tiny kind of stream for tests of the platform: a sum that may not become negative. */
public final class Tally implements KeeperKind<Tally.Sum, Tally.Change, Tally.Changed> {
    private final int version;

    public Tally() {
        this(1);
    }

    /** A program that writes events of that version and reads them and the first. */
    public Tally(int version) {
        this.version = version;
    }

    /** The whole state. */
    public record Sum(long total, long events) {}

    /** What can be asked of it. */
    public sealed interface Change extends Command {}

    /** One event. */
    public record Add(long amount, String note) implements Change {}

    /** One event each, together or not at all. */
    public record AddEach(List<Long> amounts) implements Change {}

    /** Causes no event. */
    public record Touch() implements Change {}

    /** An event that PostgreSQL refuses: NUL in a text column. */
    public record Poison() implements Change {}

    /** What happens in it. */
    public sealed interface Changed extends Event {}

    /** The sum has changed. */
    public record Added(long amount, String note) implements Changed {}

    /** Never stored. */
    public record Poisoned() implements Changed {}

    public static Add add(long amount) {
        return new Add(amount, "");
    }

    @Override
    public StreamKind kind() {
        return StreamKind.CONTEST;
    }

    @Override
    public Decider<Sum, Change, Changed> decider() {
        return new Rules();
    }

    @Override
    public EventCodec<Changed> events() {
        return new Events(version);
    }

    @Override
    public CommandCodec<Change> commands() {
        return new Commands();
    }

    @Override
    public List<View<Sum>> views() {
        return List.of(new Total());
    }

    @Override
    public List<Fold<Sum, Changed>> folds(StreamId stream) {
        return List.of(new Follower());
    }

    /** The pure rules. */
    private static final class Rules implements Decider<Sum, Change, Changed> {
        @Override
        public Sum initial(StreamId stream) {
            return new Sum(0, 0);
        }

        @Override
        public Decision<Changed> decide(Sum sum, Change change, Act act, long nowMicros) {
            return switch (change) {
                case Add add
                when sum.total() + add.amount() < 0 ->
                    Decision.refuse(
                            "below-zero", "the sum is %d, %d cannot be taken".formatted(sum.total(), -add.amount()));
                case Add add -> Decision.accept(new Added(add.amount(), add.note()));
                case AddEach each ->
                    Decision.accept(each.amounts().stream()
                            .map(amount -> (Changed) new Added(amount, ""))
                            .toList());
                case Touch touch -> Decision.accept(List.of());
                case Poison poison -> Decision.accept(new Poisoned());
            };
        }

        @Override
        public Sum evolve(Sum sum, Recorded<Changed> recorded) {
            return switch (recorded.event()) {
                case Added added -> new Sum(sum.total() + added.amount(), sum.events() + 1);
                case Poisoned poisoned -> new Sum(sum.total(), sum.events() + 1);
            };
        }
    }

    /** Events as documents. */
    private record Events(int version) implements EventCodec<Changed> {
        @Override
        public String name(Changed event) {
            return switch (event) {
                case Added added -> "tally.added.v" + version;
                case Poisoned poisoned -> "tally.poisoned\0.v1";
            };
        }

        @Override
        public Doc.Obj write(Changed event) {
            return switch (event) {
                case Added added ->
                    Doc.obj()
                            .put("amount", added.amount())
                            .put("note", added.note())
                            .build();
                case Poisoned poisoned -> Doc.obj().build();
            };
        }

        @Override
        public Changed read(String name, Doc.Obj body) {
            if (!name.equals("tally.added.v1") && !name.equals("tally.added.v" + version)) {
                throw new UnknownEventException(name);
            }
            return new Added(body.integer("amount"), body.text("note"));
        }
    }

    /** Commands as documents. */
    private static final class Commands implements CommandCodec<Change> {
        @Override
        public Doc.Obj write(Change command) {
            return switch (command) {
                case Add add ->
                    Doc.obj()
                            .put("type", "add")
                            .put("amount", add.amount())
                            .put("note", add.note())
                            .build();
                case AddEach each ->
                    Doc.obj()
                            .put("type", "add-each")
                            .put(
                                    "amounts",
                                    each.amounts().stream().map(Doc.Int::new).toList())
                            .build();
                case Touch touch -> Doc.obj().put("type", "touch").build();
                case Poison poison -> Doc.obj().put("type", "poison").build();
            };
        }

        @Override
        public Change read(Doc.Obj document) {
            return switch (document.text("type")) {
                case "add" -> new Add(document.integer("amount"), document.text("note"));
                case "add-each" ->
                    new AddEach(document.list("amounts").stream()
                            .map(amount -> ((Doc.Int) amount).value())
                            .toList());
                case "touch" -> new Touch();
                case "poison" -> new Poison();
                default -> throw new DocException("type", "a tally's command");
            };
        }
    }

    /** Answers with the committed sum and with what the fold has seen. */
    private record Total() implements View<Sum> {
        @Override
        public String name() {
            return "total";
        }

        @Override
        public Doc.Obj answer(Sum sum, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
            Follower follower = (Follower) folds.getFirst();
            return Doc.obj()
                    .put("total", sum.total())
                    .put("followed", follower.total)
                    .put("term", follower.term)
                    .build();
        }
    }

    /** Adds up committed events, as a board would. */
    private static final class Follower implements Fold<Sum, Changed> {
        private long total;
        private long term;

        @Override
        public void apply(Recorded<Changed> recorded, Sum after) {
            if (recorded.event() instanceof Added added) {
                total += added.amount();
            }
        }

        @Override
        public void loaded(Position position) {
            term = position.term();
        }

        @Override
        public void committed(Position position) {
            term = position.term();
        }
    }
}
