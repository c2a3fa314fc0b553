package org.leitai.registration.store;

import java.util.UUID;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.registration.domain.RollCommand;
import org.leitai.registration.domain.RollCommand.ApproveEntry;
import org.leitai.registration.domain.RollCommand.ErasePerson;
import org.leitai.registration.domain.RollCommand.HoldDraw;
import org.leitai.registration.domain.RollCommand.OpenRoll;
import org.leitai.registration.domain.RollCommand.RecordArrival;
import org.leitai.registration.domain.RollCommand.RecordCall;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.RollCommand.RejectEntry;
import org.leitai.registration.domain.RollCommand.SubmitEntries;
import org.leitai.registration.domain.RollCommand.WithdrawEntry;

/** Commands of rolls, to cross the bus. */
public final class RollCommandCodec implements KeeperKind.CommandCodec<RollCommand> {
    @Override
    public Doc.Obj write(RollCommand command) {
        return switch (command) {
            case OpenRoll c ->
                to("open-roll").put("contest", c.contest().value()).build();
            case RegisterUnits c ->
                to("register-units")
                        .put("units", c.units().stream().map(RollDocs::unit).toList())
                        .build();
            case SubmitEntries c ->
                to("submit-entries")
                        .put(
                                "entries",
                                c.entries().stream().map(RollDocs::application).toList())
                        .put("approve", c.approve())
                        .build();
            case ApproveEntry c -> entry("approve-entry", c.entry()).build();
            case RejectEntry c ->
                entry("reject-entry", c.entry()).put("reason", c.reason()).build();
            case WithdrawEntry c -> entry("withdraw-entry", c.entry()).build();
            case RecordArrival c -> entry("record-arrival", c.entry()).build();
            case RecordCall c -> entry("record-call", c.entry()).build();
            case HoldDraw c ->
                to("hold-draw")
                        .put("discipline", c.discipline().value())
                        .put("seed", c.seed())
                        .build();
            case ErasePerson c -> to("erase-person").put("person", c.person()).build();
        };
    }

    private static Doc.Builder to(String name) {
        return Doc.obj().put("do", name);
    }

    private static Doc.Builder entry(String name, UUID entry) {
        return to(name).put("entry", entry);
    }

    @Override
    public RollCommand read(Doc.Obj doc) {
        return switch (doc.text("do")) {
            case "open-roll" -> new OpenRoll(new StreamId(doc.uuid("contest")));
            case "register-units" ->
                new RegisterUnits(
                        doc.objects("units").stream().map(RollDocs::unit).toList());
            case "submit-entries" ->
                new SubmitEntries(
                        doc.objects("entries").stream()
                                .map(RollDocs::application)
                                .toList(),
                        doc.bool("approve"));
            case "approve-entry" -> new ApproveEntry(doc.uuid("entry"));
            case "reject-entry" -> new RejectEntry(doc.uuid("entry"), doc.text("reason"));
            case "withdraw-entry" -> new WithdrawEntry(doc.uuid("entry"));
            case "record-arrival" -> new RecordArrival(doc.uuid("entry"));
            case "record-call" -> new RecordCall(doc.uuid("entry"));
            case "hold-draw" -> new HoldDraw(new StreamId(doc.uuid("discipline")), doc.text("seed"));
            case "erase-person" -> new ErasePerson(doc.uuid("person"));
            default -> throw new DocException("do", "a command of a roll");
        };
    }
}
