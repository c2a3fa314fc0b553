package org.leitai.registration.domain;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a roll is now.
 *
 * @param contest null before the roll is opened
 * @param unitKeys {@link Unit#key} → unit
 * @param given how many entry numbers each discipline has given out; a withdrawn number is not given again
 * @param people person → the entry they are in, {@link Act#NOBODY} when erased
 * @param draws discipline → order of appearance
 */
public record RollState(
        @Nullable StreamId contest,
        PMap<UUID, Unit> units,
        PMap<String, UUID> unitKeys,
        PMap<UUID, Entry> entries,
        PMap<StreamId, Integer> given,
        PMap<UUID, UUID> people,
        PMap<StreamId, Draw> draws) {

    /** A draw that was held. */
    public record Draw(String seed, List<UUID> order) {}

    static final RollState EMPTY = new RollState(
            null,
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    RollState of(StreamId opened) {
        return new RollState(opened, units, unitKeys, entries, given, people, draws);
    }

    RollState with(Unit unit) {
        return new RollState(
                contest,
                units.plus(unit.id(), unit),
                unitKeys.plus(Unit.key(unit.name()), unit.id()),
                entries,
                given,
                people,
                draws);
    }

    RollState with(Entry entry) {
        return new RollState(contest, units, unitKeys, entries.plus(entry.id(), entry), given, people, draws);
    }

    /** A new entry: its people are known from now on. */
    RollState added(Entry entry) {
        PMap<UUID, UUID> known = people;
        for (Member member : entry.application().members()) {
            known = known.plus(member.person(), entry.id());
        }
        if (entry.application().isTeam()) {
            known = known.plus(entry.application().team(), entry.id());
        }
        return new RollState(contest, units, unitKeys, entries.plus(entry.id(), entry), given, known, draws);
    }

    RollState approved(Entry entry) {
        StreamId discipline = entry.application().discipline();
        PMap<StreamId, Integer> counted = given.plus(discipline, given(discipline) + 1);
        return new RollState(contest, units, unitKeys, entries.plus(entry.id(), entry), counted, people, draws);
    }

    RollState with(StreamId discipline, Draw draw) {
        return new RollState(contest, units, unitKeys, entries, given, people, draws.plus(discipline, draw));
    }

    /** The person stays known as erased, so that erasing again is told from erasing a stranger. */
    RollState without(UUID person) {
        return new RollState(contest, units, unitKeys, entries, given, people.plus(person, Act.NOBODY), draws);
    }

    int given(StreamId discipline) {
        Integer count = given.get(discipline);
        return count == null ? 0 : count;
    }

    /** A discipline's entries that may compete, by entry number. */
    public List<Entry> approved(StreamId discipline) {
        return entries.values().stream()
                .filter(entry -> entry.application().discipline().equals(discipline))
                .filter(entry -> entry.status() == Entry.Status.APPROVED)
                .sorted(BY_NUMBER)
                .toList();
    }

    /** Entry numbers in people's order ({@code W-2} before {@code W-10}); entries without one last, by id, that is by age. */
    public static final Comparator<Entry> BY_NUMBER = Comparator.comparing(
                    (Entry entry) -> entry.number().isEmpty(), Boolean::compare)
            .thenComparing(entry -> entry.application().code())
            .thenComparingInt(entry -> entry.number().length())
            .thenComparing(Entry::number)
            .thenComparing(entry -> entry.id().toString());
}
