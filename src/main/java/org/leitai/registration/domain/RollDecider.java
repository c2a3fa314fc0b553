package org.leitai.registration.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
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

/** The rules of a roll. */
public final class RollDecider implements Decider<RollState, RollCommand, RollEvent> {
    /** Why an application may be turned down; clients translate. */
    public static final Set<String> REJECTIONS =
            Set.of("incomplete", "not-eligible", "duplicate", "over-quota", "other");

    private static final int MAX_SEED_CHARS = 200;

    private final Admission admission = new Admission();

    @Override
    public RollState initial(StreamId stream) {
        return RollState.EMPTY;
    }

    @Override
    public Decision<RollEvent> decide(RollState state, RollCommand command, Act act, long nowMicros) {
        if (command instanceof OpenRoll open) {
            return open(state, open);
        }
        if (state.contest() == null) {
            return Decision.refuse("roll-unknown", "this roll was never opened");
        }
        return switch (command) {
            case OpenRoll open -> open(state, open);
            case RegisterUnits register -> admission.units(state, register);
            case SubmitEntries submit -> admission.entries(state, submit);
            case ApproveEntry approve -> approve(state, approve.entry());
            case RejectEntry reject -> reject(state, reject);
            case WithdrawEntry withdraw -> withdraw(state, withdraw.entry());
            case RecordArrival arrival -> arrive(state, arrival.entry());
            case RecordCall call -> call(state, call.entry());
            case HoldDraw draw -> draw(state, draw);
            case ErasePerson erase -> erase(state, erase.person());
        };
    }

    private static Decision<RollEvent> open(RollState state, OpenRoll open) {
        if (state.contest() == null) {
            return Decision.accept(new RollOpened(open.contest()));
        }
        return state.contest().equals(open.contest())
                ? nothing()
                : Decision.refuse("roll-taken", "this roll belongs to another contest");
    }

    private static Decision<RollEvent> approve(RollState state, UUID id) {
        Entry entry = state.entries().get(id);
        if (entry == null) {
            return unknown(id);
        }
        return switch (entry.status()) {
            case APPLIED, REJECTED -> Decision.accept(new EntryApproved(id, Admission.nextNumber(state, entry)));
            case APPROVED -> nothing();
            case WITHDRAWN -> Decision.refuse(wrongStatus(entry, "applied"));
        };
    }

    private static Decision<RollEvent> reject(RollState state, RejectEntry reject) {
        Entry entry = state.entries().get(reject.entry());
        if (entry == null) {
            return unknown(reject.entry());
        }
        if (!REJECTIONS.contains(reject.reason())) {
            return Decision.refuse("reason-unknown", "reason '" + reject.reason() + "' must be one of " + REJECTIONS);
        }
        return switch (entry.status()) {
            case APPLIED -> Decision.accept(new EntryRejected(reject.entry(), reject.reason()));
            case REJECTED -> nothing();
            case APPROVED, WITHDRAWN -> Decision.refuse(wrongStatus(entry, "applied"));
        };
    }

    private static Decision<RollEvent> withdraw(RollState state, UUID id) {
        Entry entry = state.entries().get(id);
        if (entry == null) {
            return unknown(id);
        }
        return switch (entry.status()) {
            case APPLIED, APPROVED -> Decision.accept(new EntryWithdrawn(id));
            case WITHDRAWN -> nothing();
            case REJECTED -> Decision.refuse(wrongStatus(entry, "applied or approved"));
        };
    }

    private static Decision<RollEvent> arrive(RollState state, UUID id) {
        Entry entry = state.entries().get(id);
        Refusal refusal = mustBeApproved(entry, id);
        if (entry == null || refusal != null) {
            return refusal == null ? unknown(id) : Decision.refuse(refusal);
        }
        return entry.arrivedMicros() > 0 ? nothing() : Decision.accept(new EntryArrived(id));
    }

    private static Decision<RollEvent> call(RollState state, UUID id) {
        Entry entry = state.entries().get(id);
        Refusal refusal = mustBeApproved(entry, id);
        if (entry == null || refusal != null) {
            return refusal == null ? unknown(id) : Decision.refuse(refusal);
        }
        if (entry.arrivedMicros() == 0) {
            return Decision.refuse("not-arrived", "entry " + entry.number() + " must be checked in at arrival first");
        }
        return entry.calledMicros() > 0 ? nothing() : Decision.accept(new EntryCalled(id));
    }

    private static Decision<RollEvent> draw(RollState state, HoldDraw draw) {
        if (draw.seed().isBlank() || draw.seed().length() > MAX_SEED_CHARS) {
            return Decision.refuse("seed-invalid", "a seed is a public text of 1 to " + MAX_SEED_CHARS + " characters");
        }
        List<UUID> entries =
                state.approved(draw.discipline()).stream().map(Entry::id).toList();
        if (entries.isEmpty()) {
            return Decision.refuse("no-entries", "discipline " + draw.discipline() + " has no approved entries");
        }
        RollState.Draw held = state.draws().get(draw.discipline());
        // Drawing again until the order pleases must not be possible; late entries and withdrawals make a new draw
        // necessary.
        if (held != null && Set.copyOf(held.order()).equals(Set.copyOf(entries))) {
            return held.seed().equals(draw.seed())
                    ? nothing()
                    : Decision.refuse("already-drawn", "the same entries were drawn with seed '" + held.seed() + "'");
        }
        return Decision.accept(
                new DrawHeld(draw.discipline(), draw.seed(), DrawOrder.METHOD, DrawOrder.of(draw.seed(), entries)));
    }

    private static Decision<RollEvent> erase(RollState state, UUID person) {
        UUID entry = state.people().get(person);
        if (entry == null) {
            return Decision.refuse("person-unknown", "person " + person + " is not on this roll");
        }
        return entry.equals(Act.NOBODY) ? nothing() : Decision.accept(new PersonErased(person));
    }

    private static @Nullable Refusal mustBeApproved(@Nullable Entry entry, UUID id) {
        if (entry == null) {
            return Refusal.of("entry-unknown", "entry " + id + " is not on this roll");
        }
        return entry.status() == Entry.Status.APPROVED ? null : wrongStatus(entry, "approved");
    }

    private static Refusal wrongStatus(Entry entry, String expected) {
        return Refusal.of(
                        "entry-status",
                        "entry " + entry.id() + " is " + entry.status().code() + " but must be " + expected)
                .with("status", entry.status().code());
    }

    private static Decision<RollEvent> unknown(UUID entry) {
        return Decision.refuse("entry-unknown", "entry " + entry + " is not on this roll");
    }

    private static Decision<RollEvent> nothing() {
        return Decision.accept(new ArrayList<>());
    }

    @Override
    public RollState evolve(RollState state, Recorded<RollEvent> recorded) {
        return switch (recorded.event()) {
            case RollOpened e -> state.of(e.contest());
            case UnitRegistered e -> state.with(e.unit());
            case EntrySubmitted e -> state.added(Entry.applied(e.application()));
            case EntryApproved e -> state.approved(entry(state, e.entry()).approved(e.number()));
            case EntryRejected e -> state.with(entry(state, e.entry()).status(Entry.Status.REJECTED));
            case EntryWithdrawn e -> state.with(entry(state, e.entry()).status(Entry.Status.WITHDRAWN));
            case EntryArrived e -> state.with(entry(state, e.entry()).arrived(recorded.recordedMicros()));
            case EntryCalled e -> state.with(entry(state, e.entry()).called(recorded.recordedMicros()));
            case DrawHeld e -> state.with(e.discipline(), new RollState.Draw(e.seed(), e.order()));
            case PersonErased e -> state.without(e.person());
        };
    }

    private static Entry entry(RollState state, UUID id) {
        Entry entry = state.entries().get(id);
        if (entry == null) {
            throw new IllegalStateException("the ledger names entry " + id + " before it was submitted");
        }
        return entry;
    }
}
