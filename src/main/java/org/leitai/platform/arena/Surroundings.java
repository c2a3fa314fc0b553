package org.leitai.platform.arena;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.UUID;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;

/** What all keepers of a node share. */
record Surroundings(
        Vertx vertx,
        WorkerExecutor loading,
        Ledger ledger,
        Appender appender,
        UUID ledgerId,
        UUID node,
        KeeperSettings settings,
        MicrosClock clock,
        KeeperMeters meters) {}
