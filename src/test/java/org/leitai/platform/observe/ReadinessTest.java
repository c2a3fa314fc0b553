package org.leitai.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.doc.Doc;

class ReadinessTest {
    private final Readiness readiness = new Readiness().check("postgresql", Future::succeededFuture);

    @Test
    void what_a_node_can_do_without_is_told_and_leaves_it_ready() {
        Readiness.Report report = readiness.aid("redis", () -> false).report().result();

        assertThat(report.ready()).isTrue();
        assertThat(state(report, "redis")).startsWith("degraded");
        assertThat(state(report, "postgresql")).isEqualTo("up");
    }

    @Test
    void what_it_cannot_do_without_makes_it_unready() {
        Readiness.Report report = readiness
                .aid("redis", () -> true)
                .check("ledger", () -> Future.failedFuture("a batch waits"))
                .report()
                .result();

        assertThat(report.ready()).isFalse();
        assertThat(state(report, "redis")).isEqualTo("up");
        assertThat(state(report, "ledger")).isEqualTo("down: a batch waits");
    }

    private static String state(Readiness.Report report, String name) {
        return ((Doc.Obj) Objects.requireNonNull(report.document().get("checks"))).text(name);
    }
}
