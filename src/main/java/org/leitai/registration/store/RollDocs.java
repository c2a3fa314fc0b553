package org.leitai.registration.store;

import java.util.List;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.registration.domain.Entry;
import org.leitai.registration.domain.Member;
import org.leitai.registration.domain.Unit;

/** The parts that events, commands and answers of a roll share. */
public final class RollDocs {
    private RollDocs() {}

    public static Doc.Obj unit(Unit unit) {
        return Doc.obj()
                .put("id", unit.id())
                .put("name", unit.name())
                .put("shortName", unit.shortName())
                .put("delegation", unit.delegation())
                .build();
    }

    public static Unit unit(Doc.Obj doc) {
        return new Unit(doc.uuid("id"), doc.text("name"), doc.text("shortName"), doc.text("delegation"));
    }

    public static Doc.Obj application(Entry.Application application) {
        return Doc.obj()
                .put("entry", application.entry())
                .put("discipline", application.discipline().value())
                .put("code", application.code())
                .put("division", application.division())
                .put("unit", application.unit())
                .put("delegation", application.delegation())
                .put("team", application.isTeam() ? application.team() : null)
                .put("members", members(application.members()))
                .put("consent", application.consent())
                .build();
    }

    public static Entry.Application application(Doc.Obj doc) {
        return new Entry.Application(
                doc.uuid("entry"),
                new StreamId(doc.uuid("discipline")),
                doc.text("code"),
                doc.text("division"),
                doc.uuid("unit"),
                doc.text("delegation"),
                doc.get("team") == null ? Act.NOBODY : doc.uuid("team"),
                doc.objects("members").stream()
                        .map(member -> new Member(member.uuid("person"), member.text("commitment")))
                        .toList(),
                doc.text("consent"));
    }

    private static List<Doc.Obj> members(List<Member> members) {
        return members.stream()
                .map(member -> Doc.obj()
                        .put("person", member.person())
                        .put("commitment", member.commitment())
                        .build())
                .toList();
    }
}
