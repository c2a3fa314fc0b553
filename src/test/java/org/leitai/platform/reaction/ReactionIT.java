package org.leitai.platform.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.ledger.Ledger;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** A reaction copies one tally into another. */
@ExtendWith(VertxExtension.class)
class ReactionIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private LedgerNode node;
    private StreamId source;
    private StreamId target;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        node = LedgerNode.start(vertx, SERVERS.appPgUri());
        source = node.open();
        target = node.open();
    }

    @Test
    void every_event_is_reacted_to_once_in_order_also_the_earlier_ones(Vertx vertx) throws Exception {
        node.add(source, 1);
        Copy copy = new Copy(4, Set.of());

        deploy(vertx, copy);
        node.put(source, new Tally.AddEach(List.of(2L, 3L)), act());
        node.add(source, 4);
        done(copy.finished.future());

        assertThat(node.total(target).integer("total")).isEqualTo(10);
        assertThat(node.events(target)).isEqualTo(4);
    }

    @Test
    void a_reaction_that_failed_after_its_command_does_it_only_once(Vertx vertx) throws Exception {
        Copy copy = new Copy(3, Set.of(1L, 2L));
        deploy(vertx, copy);

        node.add(source, 1);
        node.add(source, 2);
        node.add(source, 3);
        done(copy.finished.future());

        assertThat(copy.failed).containsExactlyInAnyOrder(1L, 2L);
        assertThat(node.total(target).integer("total")).isEqualTo(6);
        assertThat(node.events(target)).isEqualTo(3);
    }

    @Test
    void a_program_that_starts_again_goes_on_where_it_was(Vertx vertx) throws Exception {
        Copy before = new Copy(1, Set.of());
        String deployment = deploy(vertx, before);
        node.add(source, 1);
        done(before.finished.future());
        done(vertx.undeploy(deployment));
        node.add(source, 2);

        Copy after = new Copy(2, Set.of());
        deploy(vertx, after);
        done(after.finished.future());

        assertThat(node.total(target).integer("total")).isEqualTo(3);
        assertThat(after.failed).isEmpty();
    }

    private String deploy(Vertx vertx, Copy copy) throws Exception {
        Reactions reactions = new Reactions(
                node.pool(), new Ledger(node.pool()), node.keepers(), List.of(copy), stream -> stream.equals(source));
        return done(vertx.deployVerticle(reactions));
    }

    /** Adds to the target what was added to the source; fails once after the command for the events named. */
    private final class Copy implements Reaction<Tally.Changed> {
        private final long lastSeq;
        private final Set<Long> toFail;
        private final Set<Long> failed = ConcurrentHashMap.newKeySet();
        private final Promise<Void> finished = Promise.promise();

        Copy(long lastSeq, Set<Long> toFail) {
            this.lastSeq = lastSeq;
            this.toFail = toFail;
        }

        @Override
        public String name() {
            return "copy-" + source;
        }

        @Override
        public StreamKind source() {
            return StreamKind.CONTEST;
        }

        @Override
        public Future<Void> react(StreamId stream, Recorded<Tally.Changed> event, Acts acts) {
            Tally.Added added = (Tally.Added) event.event();
            return node.submit(target, Tally.add(added.amount()), acts.number(0))
                    .compose(outcome -> after(event.seq()));
        }

        private Future<Void> after(long seq) {
            if (toFail.contains(seq) && failed.add(seq)) {
                return Future.failedFuture("the power went");
            }
            if (seq == lastSeq) {
                finished.complete();
            }
            return Future.succeededFuture();
        }
    }
}
