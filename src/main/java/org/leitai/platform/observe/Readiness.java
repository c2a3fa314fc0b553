package org.leitai.platform.observe;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.leitai.kernel.doc.Doc;

/**
 * The checks that must all hold before this node says ready; stopping makes it unready at once. What it can do without for a while
 * stands beside them and decides nothing.
 */
public final class Readiness {
    private final Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>();
    private final Map<String, BooleanSupplier> aids = new LinkedHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Adds a check before the servers start; its future fails with a sentence when the thing is not well. */
    public Readiness check(String name, Supplier<Future<?>> check) {
        checks.put(name, check);
        return this;
    }

    /** Adds something whose absence slows this node but stops nobody: it is reported as degraded, and the node stays ready. */
    public Readiness aid(String name, BooleanSupplier up) {
        aids.put(name, up);
        return this;
    }

    /** From now on not ready: load balancers turn away while work drains. */
    public void stop() {
        stopping.set(true);
    }

    /** The state of every check. */
    Future<Report> report() {
        Doc.Builder states = Doc.obj();
        Future<Boolean> all = Future.succeededFuture(!stopping.get());
        for (Map.Entry<String, Supplier<Future<?>>> check : checks.entrySet()) {
            all = all.compose(well -> check.getValue()
                    .get()
                    .map(ignored -> {
                        states.put(check.getKey(), "up");
                        return well;
                    })
                    .otherwise(failure -> {
                        states.put(check.getKey(), "down: " + failure.getMessage());
                        return false;
                    }));
        }
        aids.forEach((name, up) -> states.put(name, up.getAsBoolean() ? "up" : "degraded: away, done without for now"));
        return all.map(well -> new Report(
                well,
                Doc.obj()
                        .put("ready", well)
                        .put("stopping", stopping.get())
                        .put("checks", states.build())
                        .build()));
    }

    record Report(boolean ready, Doc.Obj document) {}
}
