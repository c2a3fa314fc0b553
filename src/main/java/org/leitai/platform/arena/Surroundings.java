package org.leitai.platform.arena;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.UUID;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.pack.Packer;
import org.leitai.platform.pack.Packs;

/** What all keepers of a node share. */
record Surroundings(
        Vertx vertx,
        WorkerExecutor loading,
        Ledger ledger,
        Appender appender,
        Packs packs,
        Packer packer,
        Committed committed,
        UUID ledgerId,
        UUID node,
        KeeperSettings settings,
        MicrosClock clock,
        KeeperMeters meters) {
    /** A stream is committed up to here. */
    void noted(StreamId stream, Standing<?> here) {
        committed.note(stream, here.seq(), here.hash());
        packer.grown(stream, here.seq());
    }
}
