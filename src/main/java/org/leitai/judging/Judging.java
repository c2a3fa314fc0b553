package org.leitai.judging;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;

/** The feature's wiring; its keeper is {@link DisciplineKeeper}. */
public final class Judging {
    private final SeatRoutes seats;
    private final StageRoutes stages;
    private final AssignmentRoutes assignments;
    private final MarkRoutes marks;
    private final SheetRoutes sheets;
    private final ChiefRoutes chief;
    private final BesideRoutes beside;

    /**
     * Needs no start.
     *
     * @param pins whether that is the PIN of the seat's card
     */
    public Judging(
            Gateway gateway,
            Faces faces,
            SecretTexts texts,
            BiFunction<SeatHolder, String, Future<Boolean>> pins,
            MeterRegistry metrics,
            LongSupplier nowMicros) {
        Discipline disciplines = new Discipline(gateway);
        this.seats = new SeatRoutes(disciplines, faces);
        this.stages = new StageRoutes(disciplines, texts);
        this.assignments = new AssignmentRoutes(disciplines, gateway, faces, texts, nowMicros);
        this.marks = new MarkRoutes(disciplines, texts, new MarkMeters(metrics), nowMicros);
        this.sheets = new SheetRoutes(disciplines, texts, pins);
        this.chief = new ChiefRoutes(disciplines, faces, texts);
        this.beside = new BesideRoutes(disciplines, texts, pins);
    }

    public void bind(Operations operations) {
        seats.bind(operations);
        stages.bind(operations);
        assignments.bind(operations);
        marks.bind(operations);
        sheets.bind(operations);
        chief.bind(operations);
        beside.bind(operations);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("judging");
    }
}
