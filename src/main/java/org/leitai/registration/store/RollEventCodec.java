package org.leitai.registration.store;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.UnknownEventException;
import org.leitai.registration.domain.RollEvent;
import org.leitai.registration.domain.RollEvent.DrawHeld;
import org.leitai.registration.domain.RollEvent.EntryApproved;
import org.leitai.registration.domain.RollEvent.EntryArrived;
import org.leitai.registration.domain.RollEvent.EntryCalled;
import org.leitai.registration.domain.RollEvent.EntryRejected;
import org.leitai.registration.domain.RollEvent.EntrySubmitted;
import org.leitai.registration.domain.RollEvent.EntryWithdrawn;
import org.leitai.registration.domain.RollEvent.PersonErased;
import org.leitai.registration.domain.RollEvent.RollOpened;
import org.leitai.registration.domain.RollEvent.UnitRegistered;

/** Events of rolls as the ledger keeps them. */
public final class RollEventCodec implements EventCodec<RollEvent> {
    /** Other rooms react to it by name. */
    public static final String ENTRY_APPROVED = "registration.entry-approved.v1";

    @Override
    public String name(RollEvent event) {
        return switch (event) {
            case RollOpened ignored -> "registration.roll-opened.v1";
            case UnitRegistered ignored -> "registration.unit-registered.v1";
            case EntrySubmitted ignored -> "registration.entry-submitted.v1";
            case EntryApproved ignored -> ENTRY_APPROVED;
            case EntryRejected ignored -> "registration.entry-rejected.v1";
            case EntryWithdrawn ignored -> "registration.entry-withdrawn.v1";
            case EntryArrived ignored -> "registration.entry-arrived.v1";
            case EntryCalled ignored -> "registration.entry-called.v1";
            case DrawHeld ignored -> "registration.draw-held.v1";
            case PersonErased ignored -> "registration.person-erased.v1";
        };
    }

    @Override
    public Doc.Obj write(RollEvent event) {
        return switch (event) {
            case RollOpened e -> Doc.obj().put("contest", e.contest().value()).build();
            case UnitRegistered e -> RollDocs.unit(e.unit());
            case EntrySubmitted e -> RollDocs.application(e.application());
            case EntryApproved e ->
                Doc.obj().put("entry", e.entry()).put("number", e.number()).build();
            case EntryRejected e ->
                Doc.obj().put("entry", e.entry()).put("reason", e.reason()).build();
            case EntryWithdrawn e -> Doc.obj().put("entry", e.entry()).build();
            case EntryArrived e -> Doc.obj().put("entry", e.entry()).build();
            case EntryCalled e -> Doc.obj().put("entry", e.entry()).build();
            case DrawHeld e ->
                Doc.obj()
                        .put("discipline", e.discipline().value())
                        .put("seed", e.seed())
                        .put("method", e.method())
                        .put(
                                "order",
                                Doc.texts(e.order().stream().map(UUID::toString).toList()))
                        .build();
            case PersonErased e -> Doc.obj().put("person", e.person()).build();
        };
    }

    @Override
    public RollEvent read(String name, Doc.Obj body) {
        return switch (name) {
            case "registration.roll-opened.v1" -> new RollOpened(new StreamId(body.uuid("contest")));
            case "registration.unit-registered.v1" -> new UnitRegistered(RollDocs.unit(body));
            case "registration.entry-submitted.v1" -> new EntrySubmitted(RollDocs.application(body));
            case ENTRY_APPROVED -> new EntryApproved(body.uuid("entry"), body.text("number"));
            case "registration.entry-rejected.v1" -> new EntryRejected(body.uuid("entry"), body.text("reason"));
            case "registration.entry-withdrawn.v1" -> new EntryWithdrawn(body.uuid("entry"));
            case "registration.entry-arrived.v1" -> new EntryArrived(body.uuid("entry"));
            case "registration.entry-called.v1" -> new EntryCalled(body.uuid("entry"));
            case "registration.draw-held.v1" ->
                new DrawHeld(
                        new StreamId(body.uuid("discipline")), body.text("seed"), body.text("method"), order(body));
            case "registration.person-erased.v1" -> new PersonErased(body.uuid("person"));
            default -> throw new UnknownEventException(name);
        };
    }

    private static List<UUID> order(Doc.Obj body) {
        return body.texts("order").stream().map(UUID::fromString).toList();
    }
}
