package org.leitai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.leitai.kernel.Command;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.UnknownEventException;

/**
 * {@code leitai serve --cluster} on a machine or in a version that is not as it should be: while the file {@value #CLOCK_FILE} names
 * exists its clock is ten minutes ahead, and events that {@value #UNKNOWN} names are too new for it.
 */
public final class OddNode {
    public static final String CLOCK_FILE = "TEST_CLOCK_FILE";
    public static final String UNKNOWN = "TEST_UNKNOWN_EVENT";
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private OddNode() {}

    public static void main(String[] args) {
        try (Running parts = Running.untilSignal()) {
            Config config = Config.of(ServeCommand.shared(System.getenv(), ""), "127.0.0.1");
            App app = App.start(config, new App.Variation(new WrongClock(), OddNode::older), parts);
            System.out.println(Whereabouts.block(config, app));
            parts.awaitStop();
        } catch (Exception e) {
            System.err.println("leitai: " + e.getMessage());
            Runtime.getRuntime().exit(Main.CANNOT_START);
        }
    }

    private static KeeperKind<?, ?, ?> older(KeeperKind<?, ?, ?> kind) {
        return new Older<>(kind);
    }

    /** A clock that somebody sets wrong. */
    private static final class WrongClock extends Clock {
        private final Clock right = Clock.systemUTC();
        private final Path file =
                Path.of(Optional.ofNullable(System.getenv(CLOCK_FILE)).orElse("/nowhere"));

        @Override
        public Instant instant() {
            return Files.exists(file) ? right.instant().plus(AHEAD) : right.instant();
        }

        @Override
        public ZoneId getZone() {
            return right.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** As the program was before an event was invented. */
    private record Older<S, C extends Command, E extends Event>(KeeperKind<S, C, E> kinds)
            implements KeeperKind<S, C, E> {
        @Override
        public StreamKind kind() {
            return kinds.kind();
        }

        @Override
        public Decider<S, C, E> decider() {
            return kinds.decider();
        }

        @Override
        public CommandCodec<C> commands() {
            return kinds.commands();
        }

        @Override
        public List<View<S>> views() {
            return kinds.views();
        }

        @Override
        public List<Fold<S, E>> folds(StreamId stream) {
            return kinds.folds(stream);
        }

        @Override
        public EventCodec<E> events() {
            EventCodec<E> all = kinds.events();
            return new EventCodec<>() {
                @Override
                public String name(E event) {
                    return all.name(event);
                }

                @Override
                public Doc.Obj write(E event) {
                    return all.write(event);
                }

                @Override
                public E read(String name, Doc.Obj body) {
                    if (name.equals(System.getenv(UNKNOWN))) {
                        throw new UnknownEventException(name);
                    }
                    return all.read(name, body);
                }
            };
        }
    }
}
