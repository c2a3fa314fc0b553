package org.leitai.registration;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.registration.domain.Entry;
import org.leitai.registration.domain.Member;
import org.leitai.registration.domain.RollState;
import org.leitai.registration.domain.Unit;
import org.leitai.registration.store.RollDocs;

/** Questions that a roll's keeper answers. Nobody's name is in the answers. */
final class RollViews {
    static final String UNITS = "units";
    static final String ENTRIES = "entries";
    static final String ENTRY = "entry";
    static final String STRANGERS = "strangers";
    static final String DRAW = "draw";
    static final String HOLDER = "holder";

    /** Answers are bounded: a client asks for the next page. */
    static final int PAGE = 500;

    private RollViews() {}

    static List<KeeperKind.View<RollState>> all() {
        return List.of(
                view(UNITS, RollViews::units),
                view(ENTRIES, RollViews::entries),
                view(ENTRY, RollViews::entry),
                view(STRANGERS, RollViews::strangers),
                view(DRAW, RollViews::draw),
                view(HOLDER, RollViews::holder));
    }

    /** {@code {units: [{id, name, shortName, delegation}]}}, at most 5,000. */
    private static Doc.Obj units(RollState state, Doc.Obj question) {
        List<Doc.Obj> units = state.units().values().stream()
                .sorted(java.util.Comparator.comparing(Unit::id))
                .map(RollDocs::unit)
                .toList();
        return Doc.obj().put("units", units).build();
    }

    /** {@code {discipline?, state?, ids?, offset?}} → {@code {total, entries}}, a page of them. */
    private static Doc.Obj entries(RollState state, Doc.Obj question) {
        List<Entry> all = chosen(state, question).sorted(RollState.BY_NUMBER).toList();
        List<Doc.Obj> page = all.stream()
                .skip(question.integer("offset", 0))
                .limit(PAGE)
                .map(entry -> entryDoc(state, entry))
                .toList();
        return Doc.obj().put("total", all.size()).put("entries", page).build();
    }

    private static Stream<Entry> chosen(RollState state, Doc.Obj question) {
        String discipline = question.text("discipline", "");
        String status = question.text("state", "");
        Stream<Entry> all = question.get("ids") == null
                ? state.entries().values().stream()
                : question.texts("ids").stream()
                        .map(id -> state.entries().get(UUID.fromString(id)))
                        .filter(java.util.Objects::nonNull);
        return all.filter(entry -> discipline.isEmpty()
                        || entry.application().discipline().toString().equals(discipline))
                .filter(entry -> status.isEmpty() || entry.status().code().equals(status));
    }

    /** {@code {entry}} → the entry; an empty object when it is not on the roll. */
    private static Doc.Obj entry(RollState state, Doc.Obj question) {
        Entry entry = state.entries().get(question.uuid("entry"));
        return entry == null ? Doc.obj().build() : entryDoc(state, entry);
    }

    /** {@code {people}} → {@code {people}}: those of them that are not on the roll. */
    private static Doc.Obj strangers(RollState state, Doc.Obj question) {
        List<String> strangers = question.texts("people").stream()
                .filter(person -> !state.people().containsKey(UUID.fromString(person)))
                .toList();
        return Doc.obj().put("people", Doc.texts(strangers)).build();
    }

    /** {@code {person}} → {@code {entry}}, or an empty object. */
    private static Doc.Obj holder(RollState state, Doc.Obj question) {
        return Doc.obj()
                .put("entry", state.people().get(question.uuid("person")))
                .build();
    }

    /** {@code {discipline}} → {@code {seed, order}}, or an empty object before the draw. */
    private static Doc.Obj draw(RollState state, Doc.Obj question) {
        RollState.Draw draw = state.draws().get(new StreamId(question.uuid("discipline")));
        return draw == null
                ? Doc.obj().build()
                : Doc.obj()
                        .put("seed", draw.seed())
                        .put(
                                "order",
                                Doc.texts(draw.order().stream()
                                        .map(UUID::toString)
                                        .toList()))
                        .build();
    }

    private static Doc.Obj entryDoc(RollState state, Entry entry) {
        Entry.Application application = entry.application();
        Unit unit = state.units().get(application.unit());
        return Doc.obj()
                .put("id", entry.id())
                .put("number", entry.number())
                .put("discipline", application.discipline().value())
                .put("code", application.code())
                .put("division", application.division())
                .put("unit", unit == null ? null : RollDocs.unit(unit))
                .put("delegation", application.delegation())
                .put("team", application.isTeam() ? application.team() : null)
                .put(
                        "members",
                        Doc.texts(application.members().stream()
                                .map(Member::person)
                                .map(UUID::toString)
                                .toList()))
                .put("state", entry.status().code())
                .put("arrived", entry.arrivedMicros())
                .put("called", entry.calledMicros())
                .build();
    }

    private static KeeperKind.View<RollState> view(String name, BiFunction<RollState, Doc.Obj, Doc.Obj> answer) {
        return new KeeperKind.View<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Doc.Obj answer(RollState state, List<? extends Fold<?, ?>> folds, Doc.Obj question) {
                return answer.apply(state, question);
            }
        };
    }
}
