package org.leitai.platform.arena;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** An event loop for keepers; which stream runs on which is fixed by its id. */
final class KeeperLoop extends VerticleBase {
    @Override
    public Future<?> start() {
        return Future.succeededFuture();
    }

    Context loop() {
        return context;
    }
}
