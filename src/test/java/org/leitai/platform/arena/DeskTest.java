package org.leitai.platform.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.AppendBatch;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.Hash;
import org.leitai.testkit.Tally;

/** The law of keepers: whatever becomes of batches, every answer agrees with what the ledger holds. */
class DeskTest {
    private static final StreamId STREAM = new StreamId(new UUID(1, 1));
    private static final UUID LEDGER = new UUID(2, 2);
    private static final UUID DEVICE = new UUID(3, 3);
    private static final int BATCH_COMMANDS = 3;

    /** What happens next. */
    sealed interface Step {}

    /** A command arrives; keys come from a small set, so that repeats and reused keys occur. */
    private record Arrives(Tally.Change change, long key) implements Step {}

    /** The batch under way is recorded, or refused when it holds poison. */
    private record Recorded() implements Step {}

    /** The batch under way is lost on the way. */
    private record Lost() implements Step {}

    /** It is recorded, but the answer is lost. */
    private record RecordedUnheard() implements Step {}

    @Property
    void every_answer_agrees_with_the_ledger(@ForAll("days") List<Step> day) {
        Run run = new Run();
        day.forEach(run::step);
        run.finish();

        run.assertEveryAnswerAgrees();
        run.assertNothingIsRecordedTwice();
        run.assertReplayGivesTheSameState();
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<Tally.Change> changes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.longs().between(-3, 5).map(Tally::add)),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.longs().between(0, 3).list().ofMaxSize(3).map(Tally.AddEach::new)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Tally.Touch())),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Tally.Poison())));
        Arbitrary<Step> arrives =
                Arbitraries.longs().between(0, 12).flatMap(key -> changes.map(change -> new Arrives(change, key)));
        Arbitrary<Step> fates = Arbitraries.of(new Recorded(), new Recorded(), new Lost(), new RecordedUnheard());
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, arrives), net.jqwik.api.Tuple.of(1, fates))
                .list()
                .ofMaxSize(60);
    }

    /** One day at a desk, with a list for a ledger. */
    private static final class Run {
        private final Tally tally = new Tally();
        private final Past<Tally.Sum, Tally.Change, Tally.Changed> past = emptyPast();
        private final Desk<Tally.Sum, Tally.Change, Tally.Changed> desk =
                new Desk<>(tally, STREAM, LEDGER, past, () -> 1_000, BATCH_COMMANDS);
        private final List<Waiting<Tally.Change>> arrived = new ArrayList<>();
        private final List<ChainedEvent> ledger = new ArrayList<>();
        private @Nullable AppendBatch underWay;

        void step(Step step) {
            switch (step) {
                case Arrives(Tally.Change change, long key) -> arrive(change, key);
                case Recorded recorded -> recorded();
                case Lost lost -> lost();
                case RecordedUnheard unheard -> recordedUnheard();
            }
            AppendBatch ready = desk.work(1);
            if (ready != null) {
                underWay = ready;
            }
        }

        void finish() {
            while (underWay != null) {
                step(new Recorded());
            }
        }

        void assertEveryAnswerAgrees() {
            for (Waiting<Tally.Change> waiting : arrived) {
                assertThat(waiting.isAnswered()).isTrue();
                List<ChainedEvent> of = ledger.stream()
                        .filter(stored ->
                                stored.event().act().key().equals(waiting.act().key()))
                        .toList();
                switch (waiting.answer().future().result()) {
                    case Outcome.Committed committed
                    when committed.events().isEmpty() ->
                        assertThat(committed.again()).isFalse();
                    case Outcome.Committed committed -> {
                        assertThat(of).hasSize(committed.events().size());
                        assertThat(of.getLast().event().seq()).isEqualTo(committed.seq());
                        assertThat(of.getLast().event().request()).isEqualTo(waiting.request());
                    }
                    case Outcome.Refused refused ->
                        assertThat(of)
                                .noneMatch(stored -> stored.event().request().equals(waiting.request())
                                        && refused.refusal().code().equals("not-storable"));
                }
            }
        }

        void assertNothingIsRecordedTwice() {
            assertThat(ledger.stream()
                            .map(stored -> stored.event().act().key() + "/"
                                    + stored.event().part()))
                    .doesNotHaveDuplicates();
        }

        void assertReplayGivesTheSameState() {
            Past<Tally.Sum, Tally.Change, Tally.Changed> replay = emptyPast();
            takeIn(replay, ledger);
            assertThat(replay.standing()).isEqualTo(past.standing());
            assertThat(past.standing().state().total()).isNotNegative();
        }

        private void arrive(Tally.Change change, long key) {
            Hash request = Hash.of(CanonicalJson.write(tally.commands().write(change)));
            Waiting<Tally.Change> waiting = new Waiting<>(
                    change, Act.by(Act.NOBODY, DEVICE, new UUID(9, key)), request, "", 0, Promise.promise());
            arrived.add(waiting);
            desk.submit(waiting);
        }

        private void recorded() {
            AppendBatch batch = underWay;
            if (batch == null) {
                return;
            }
            underWay = null;
            if (isPoisoned(batch)) {
                desk.unstorable(KeeperRefusals.notStorable("22021"));
            } else {
                ledger.addAll(batch.events());
                Batch<Tally.Sum, Tally.Change, Tally.Changed> done = desk.recorded();
                // As a keeper does: the ledger has the next batch before anybody is told of this one.
                underWay = desk.work(1);
                desk.tell(done);
            }
        }

        private void lost() {
            underWay = null;
            desk.forgetDecisions();
            desk.restart();
        }

        private void recordedUnheard() {
            AppendBatch batch = underWay;
            lost();
            if (batch != null && !isPoisoned(batch)) {
                ledger.addAll(batch.events());
                takeIn(past, batch.events());
                desk.restart();
            }
        }

        private static boolean isPoisoned(AppendBatch batch) {
            return batch.events().stream()
                    .anyMatch(stored -> stored.event().name().indexOf('\0') >= 0);
        }

        private static void takeIn(Past<Tally.Sum, Tally.Change, Tally.Changed> into, List<ChainedEvent> events) {
            if (!events.isEmpty()) {
                Standing<Tally.Sum> here = into.standing();
                into.fold(into.takeIn(Stretch.checked(STREAM, new Tally().events(), here.seq(), here.hash(), events)));
            }
        }

        private Past<Tally.Sum, Tally.Change, Tally.Changed> emptyPast() {
            return new Past<>(new Tally(), STREAM, new Standing<>(new Tally.Sum(0, 0), 0, Hash.of(), 0), List.of());
        }
    }
}
