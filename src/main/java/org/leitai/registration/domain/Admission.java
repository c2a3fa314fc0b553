package org.leitai.registration.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.RollCommand.SubmitEntries;
import org.leitai.registration.domain.RollEvent.EntryApproved;
import org.leitai.registration.domain.RollEvent.EntrySubmitted;
import org.leitai.registration.domain.RollEvent.UnitRegistered;

/** How units and entries come onto the roll: all of a command or none of it. */
final class Admission {
    /** A roll is one stream in memory; larger contests will shard it by unit. */
    static final int MAX_ENTRIES = 50_000;

    static final int MAX_UNITS = 5_000;
    static final int MAX_MEMBERS = 30;

    Decision<RollEvent> units(RollState state, RegisterUnits register) {
        List<RollEvent> events = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Unit unit : register.units()) {
            if (state.units().containsKey(unit.id())) {
                continue;
            }
            Refusal refusal = refusal(state, unit, seen);
            if (refusal != null) {
                return Decision.refuse(refusal);
            }
            events.add(new UnitRegistered(unit));
        }
        return state.units().size() + events.size() > MAX_UNITS
                ? Decision.refuse("too-many-units", "a roll has at most " + MAX_UNITS + " units")
                : Decision.accept(events);
    }

    private static @Nullable Refusal refusal(RollState state, Unit unit, Set<String> seen) {
        String key = Unit.key(unit.name());
        if (key.isEmpty() || unit.name().length() > Unit.MAX_NAME_CHARS) {
            return Refusal.of("unit-name-invalid", "a unit's name has 1 to " + Unit.MAX_NAME_CHARS + " characters")
                    .with("unit", unit.name());
        }
        if (unit.shortName().isBlank() || unit.shortName().length() > Unit.MAX_SHORT_CHARS) {
            return Refusal.of(
                            "unit-short-name-invalid",
                            "short name '" + unit.shortName() + "' must have 1 to " + Unit.MAX_SHORT_CHARS
                                    + " characters")
                    .with("unit", unit.name());
        }
        if (state.unitKeys().containsKey(key) || !seen.add(key)) {
            return Refusal.of("unit-exists", "unit '" + unit.name() + "' is on the roll already")
                    .with("unit", unit.name());
        }
        return null;
    }

    Decision<RollEvent> entries(RollState state, SubmitEntries submit) {
        if (state.entries().size() + submit.entries().size() > MAX_ENTRIES) {
            return Decision.refuse("too-many-entries", "a roll has at most " + MAX_ENTRIES + " entries");
        }
        List<RollEvent> events = new ArrayList<>();
        Map<StreamId, Integer> given = new HashMap<>();
        Set<UUID> people = new HashSet<>();
        for (Entry.Application application : submit.entries()) {
            if (state.entries().containsKey(application.entry())) {
                continue;
            }
            Refusal refusal = refusal(state, application, people);
            if (refusal != null) {
                return Decision.refuse(refusal);
            }
            events.add(new EntrySubmitted(application));
            if (submit.approve()) {
                StreamId discipline = application.discipline();
                int number = given.merge(discipline, 1, Integer::sum) + state.given(discipline);
                events.add(new EntryApproved(application.entry(), numberText(application.code(), number)));
            }
        }
        return Decision.accept(events);
    }

    private static @Nullable Refusal refusal(RollState state, Entry.Application application, Set<UUID> people) {
        if (!state.units().containsKey(application.unit())) {
            return Refusal.of("unit-unknown", "unit " + application.unit() + " is not on the roll");
        }
        int members = application.members().size();
        if (members == 0 || members > MAX_MEMBERS || (members > 1 && !application.isTeam())) {
            return Refusal.of(
                    "members-invalid",
                    "an individual entry has one person, a team 1 to " + MAX_MEMBERS + ", but " + members
                            + " were given");
        }
        for (Member member : application.members()) {
            if (state.people().containsKey(member.person()) || !people.add(member.person())) {
                return Refusal.of("person-taken", "person " + member.person() + " is in another entry already");
            }
        }
        return null;
    }

    static String nextNumber(RollState state, Entry entry) {
        // Approved again after a rejection or by a second click: the number stays.
        return entry.number().isEmpty()
                ? numberText(
                        entry.application().code(),
                        state.given(entry.application().discipline()) + 1)
                : entry.number();
    }

    private static String numberText(String code, int number) {
        return "%s-%03d".formatted(code, number);
    }
}
