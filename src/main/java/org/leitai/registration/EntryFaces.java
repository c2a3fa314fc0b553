package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;

/** Who stands behind entries, for boards, judges of open contests and results. Names come from {@link People}, never from events. */
public final class EntryFaces {
    private final ContestReads contests;
    private final Rolls rolls;
    private final People people;
    private final Delegations delegations;

    EntryFaces(ContestReads contests, Rolls rolls, People people, Delegations delegations) {
        this.contests = contests;
        this.rolls = rolls;
        this.people = people;
        this.delegations = delegations;
    }

    /**
     * An entry as shown.
     *
     * @param names of its people, in order; fewer or none when some were erased
     * @param team the team's name, or empty
     * @param unitShort at most six characters, for walls
     * @param delegation its Chinese name
     */
    public record EntryFace(List<String> names, String team, String unit, String unitShort, String delegation) {
        public EntryFace {
            names = List.copyOf(names);
        }

        /** The team's name, else the first person's; empty when erased. */
        public String name() {
            return team.isEmpty() && !names.isEmpty() ? names.getFirst() : team;
        }
    }

    /** Faces by entry; entries that are not on the contest's roll are left out. */
    public Future<Map<UUID, EntryFace>> of(StreamId contest, Collection<UUID> entries) {
        return contests.contest(contest)
                .compose(found -> onRoll(new StreamId(found.uuid("roll")), List.copyOf(entries), new ArrayList<>()))
                .compose(this::named);
    }

    private Future<List<Doc.Obj>> onRoll(StreamId roll, List<UUID> ids, List<Doc.Obj> found) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(found);
        }
        int page = Math.min(RollViews.PAGE, ids.size());
        return rolls.entries(roll, ids.subList(0, page)).compose(more -> {
            found.addAll(more);
            return onRoll(roll, ids.subList(page, ids.size()), found);
        });
    }

    private Future<Map<UUID, EntryFace>> named(List<Doc.Obj> entries) {
        Set<UUID> everybody = new HashSet<>();
        entries.forEach(entry -> everybody.addAll(EntryAnswers.ids(entry)));
        return people.names(everybody).map(names -> {
            Map<UUID, EntryFace> faces = new LinkedHashMap<>();
            entries.forEach(entry -> faces.put(entry.uuid("id"), face(entry, names)));
            return faces;
        });
    }

    private EntryFace face(Doc.Obj entry, Map<UUID, String> names) {
        Doc.Obj unit = entry.obj("unit");
        List<String> members = entry.texts("members").stream()
                .map(UUID::fromString)
                .map(names::get)
                .filter(Objects::nonNull)
                .toList();
        String team = entry.get("team") == null ? "" : names.getOrDefault(entry.uuid("team"), "");
        return new EntryFace(
                members, team, unit.text("name"), unit.text("shortName"), delegation(entry.text("delegation")));
    }

    private String delegation(String code) {
        Delegations.Delegation known = delegations.find(code);
        return known == null ? code : known.zh();
    }
}
