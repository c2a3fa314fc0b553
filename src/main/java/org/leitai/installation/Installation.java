package org.leitai.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.leitai.judging.Discipline;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;

/** The feature's wiring, deployed as a verticle: from then on this node reports itself and counts what tablets report. */
public final class Installation extends VerticleBase {
    private static final long REPORT_MILLIS = TimeUnit.SECONDS.toMillis(3);

    private final Self self;
    private final Origins origins;
    private final Gateway gateway;
    private final TabletMeters meters;
    private final LongSupplier nowMicros;
    private final long startedMicros;
    private Presence presence;

    /**
     * What a node knows of itself.
     *
     * @param address host and port of HTTP; empty until it listens
     * @param streams how many it keeps now
     * @param arenas the disciplines among them
     * @param viewers how many event streams are open
     */
    public record Self(
            UUID node,
            Supplier<String> address,
            String version,
            IntSupplier streams,
            Supplier<List<StreamId>> arenas,
            LongSupplier viewers) {}

    @SuppressWarnings("NullAway.Init") // presence is there after start
    public Installation(Self self, Origins origins, Gateway gateway, MeterRegistry metrics, LongSupplier nowMicros) {
        this.self = self;
        this.origins = origins;
        this.gateway = gateway;
        this.meters = new TabletMeters(metrics);
        this.nowMicros = nowMicros;
        this.startedMicros = nowMicros.getAsLong();
        Gauge.builder("leitai.arenas", self, it -> it.arenas().get().size())
                .description("disciplines that this node keeps")
                .register(metrics);
    }

    @Override
    public Future<?> start() {
        return Presence.open(vertx).onSuccess(open -> {
            presence = open;
            vertx.setPeriodic(0, REPORT_MILLIS, timer -> report());
        });
    }

    /** To be called when it is deployed. */
    public void bind(Operations operations) {
        new InstallationRoutes(presence, origins, new DisciplineNames(new Discipline(gateway)), nowMicros)
                .bind(operations);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("installation");
    }

    /** Failing now means trying again in three seconds. */
    private void report() {
        if (!self.address().get().isEmpty()) {
            presence.heard(now());
        }
        presence.tablets().onSuccess(tablets -> meters.seen(tablets, nowMicros.getAsLong()));
    }

    private NodeReport now() {
        return new NodeReport(
                self.node(),
                self.address().get(),
                self.version(),
                startedMicros,
                self.streams().getAsInt(),
                self.arenas().get().stream()
                        .map(StreamId::value)
                        .sorted()
                        .limit(NodeReport.MOST_ARENAS)
                        .toList(),
                self.viewers().getAsLong(),
                nowMicros.getAsLong());
    }
}
