package org.leitai.platform.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;

/** One verification: fed all events stream by stream, in order; pure. Within a stream only the first difference counts. */
final class VerifierRun {
    private final UUID ledger;
    private final Map<StreamId, Head> unseen = new HashMap<>();
    private final List<VerifierReport.Difference> differences = new ArrayList<>();
    private final long heads;
    private long headless;
    private long events;
    private long damaged;
    private @Nullable Walk walk;

    VerifierRun(UUID ledger, List<Head> heads) {
        this.ledger = ledger;
        this.heads = heads.size();
        heads.forEach(head -> unseen.put(head.stream(), head));
    }

    long events() {
        return events;
    }

    void next(ChainedEvent stored) {
        events++;
        StreamId stream = stored.event().stream();
        Walk current = walk;
        if (current == null || !current.stream.equals(stream)) {
            finish(current);
            current = new Walk(stream, unseen.remove(stream));
            walk = current;
        }
        current.next(stored);
    }

    VerifierReport report() {
        finish(walk);
        walk = null;
        unseen.values().forEach(head -> finish(new Walk(head.stream(), head)));
        unseen.clear();
        return new VerifierReport(ledger, heads + headless, events, damaged, differences);
    }

    private void finish(@Nullable Walk done) {
        if (done == null) {
            return;
        }
        done.end();
        VerifierReport.Difference difference = done.difference;
        if (difference != null) {
            damaged++;
            if (differences.size() < VerifierReport.MOST_DIFFERENCES) {
                differences.add(difference);
            }
        }
    }

    /** Along one stream. */
    private final class Walk {
        private final StreamId stream;
        private final @Nullable Head head;
        private long seq;
        private long recordedMicros = Long.MIN_VALUE;
        private Hash chain;
        private VerifierReport.@Nullable Difference difference;

        Walk(StreamId stream, @Nullable Head head) {
            this.stream = stream;
            this.head = head;
            this.chain = head == null ? Hash.of() : head.genesis();
            if (head == null) {
                headless++;
                differs(0, "the stream has events but no head");
            } else if (!head.ledger().equals(ledger)) {
                differs(0, "the stream belongs to another ledger, " + head.ledger());
            }
        }

        void next(ChainedEvent stored) {
            LedgerEvent event = stored.event();
            if (difference != null) {
                return;
            }
            if (event.seq() != seq + 1) {
                differs(seq + 1, "the event is missing; the next one there is " + event.seq());
            } else if (!EventHashes.leaf(event).equals(stored.leaf())) {
                differs(event.seq(), "the event was changed: it does not match its leaf hash");
            } else if (!EventHashes.chain(chain, stored.leaf()).equals(stored.chain())) {
                differs(event.seq(), "the event does not follow the one before it: its chain hash differs");
            } else if (event.recordedMicros() < recordedMicros) {
                differs(event.seq(), "the event is recorded earlier than the one before it");
            }
            seq = event.seq();
            chain = stored.chain();
            recordedMicros = event.recordedMicros();
        }

        void end() {
            Head there = head;
            if (there == null || difference != null) {
                return;
            }
            if (there.seq() != seq) {
                differs(
                        Math.min(there.seq(), seq) + 1,
                        "the head stands at %d, the events end at %d".formatted(there.seq(), seq));
            } else if (!there.hash().equals(chain)) {
                differs(seq, "the head holds another hash than the last event");
            }
        }

        private void differs(long at, String what) {
            difference = new VerifierReport.Difference(stream, at, what);
        }
    }
}
