package org.leitai.contest.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.domain.ContestEvent;
import org.leitai.contest.domain.ContestEvent.ContestCreated;
import org.leitai.contest.domain.ContestEvent.ContestPublished;
import org.leitai.contest.domain.ContestEvent.DisciplineAdded;
import org.leitai.contest.domain.ContestEvent.RegistrationClosed;
import org.leitai.contest.domain.ContestEvent.RegistrationOpened;
import org.leitai.contest.domain.ContestEvent.RoleGranted;
import org.leitai.contest.domain.ContestEvent.RoleRevoked;
import org.leitai.contest.domain.ContestEvent.WallRemoved;
import org.leitai.contest.domain.ContestEvent.WallSet;
import org.leitai.contest.domain.Division;
import org.leitai.contest.domain.Level;
import org.leitai.contest.domain.Title;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.UnknownEventException;

/** Events of contests as the ledger keeps them. */
public final class ContestEventCodec implements EventCodec<ContestEvent> {
    @Override
    public String name(ContestEvent event) {
        return switch (event) {
            case ContestCreated ignored -> "contest.contest-created.v1";
            case DisciplineAdded ignored -> "contest.discipline-added.v1";
            case ContestPublished ignored -> "contest.contest-published.v1";
            case RegistrationOpened ignored -> "contest.registration-opened.v1";
            case RegistrationClosed ignored -> "contest.registration-closed.v1";
            case RoleGranted ignored -> "contest.role-granted.v1";
            case RoleRevoked ignored -> "contest.role-revoked.v1";
            case WallSet ignored -> "contest.wall-set.v1";
            case WallRemoved ignored -> "contest.wall-removed.v1";
        };
    }

    @Override
    public Doc.Obj write(ContestEvent event) {
        return switch (event) {
            case ContestCreated e ->
                Doc.obj()
                        .put("title", title(e.title()))
                        .put("level", e.level().code())
                        .put("firstDay", e.firstDay().toString())
                        .put("lastDay", e.lastDay().toString())
                        .put("office", e.office())
                        .put("venue", e.venue())
                        .put("roll", e.roll().value())
                        .build();
            case DisciplineAdded e ->
                Doc.obj()
                        .put("discipline", e.discipline().value())
                        .put("code", e.code())
                        .put("title", title(e.title()))
                        .put("rulebookHash", e.rulebookHash())
                        .put("divisions", divisions(e.divisions()))
                        .build();
            case ContestPublished ignored -> Doc.obj().build();
            case RegistrationOpened ignored -> Doc.obj().build();
            case RegistrationClosed ignored -> Doc.obj().build();
            case RoleGranted e ->
                Doc.obj()
                        .put("grant", e.grant())
                        .put("account", e.account())
                        .put("role", e.role().code())
                        .put("discipline", text(e.discipline()))
                        .build();
            case RoleRevoked e -> Doc.obj().put("grant", e.grant()).build();
            case WallSet e ->
                Doc.obj()
                        .put("number", e.number())
                        .put("name", e.name())
                        .put("discipline", text(e.discipline()))
                        .build();
            case WallRemoved e -> Doc.obj().put("number", e.number()).build();
        };
    }

    @Override
    public ContestEvent read(String name, Doc.Obj body) {
        return switch (name) {
            case "contest.contest-created.v1" ->
                new ContestCreated(
                        title(body.obj("title")),
                        Level.ofCode(body.text("level")),
                        LocalDate.parse(body.text("firstDay")),
                        LocalDate.parse(body.text("lastDay")),
                        body.text("office"),
                        body.text("venue"),
                        new StreamId(body.uuid("roll")));
            case "contest.discipline-added.v1" ->
                new DisciplineAdded(
                        new StreamId(body.uuid("discipline")),
                        body.text("code"),
                        title(body.obj("title")),
                        body.text("rulebookHash"),
                        divisions(body));
            case "contest.contest-published.v1" -> new ContestPublished();
            case "contest.registration-opened.v1" -> new RegistrationOpened();
            case "contest.registration-closed.v1" -> new RegistrationClosed();
            case "contest.role-granted.v1" ->
                new RoleGranted(
                        body.uuid("grant"),
                        body.uuid("account"),
                        Role.ofCode(body.text("role")),
                        stream(body, "discipline"));
            case "contest.role-revoked.v1" -> new RoleRevoked(body.uuid("grant"));
            case "contest.wall-set.v1" -> new WallSet(wall(body), body.text("name"), stream(body, "discipline"));
            case "contest.wall-removed.v1" -> new WallRemoved(wall(body));
            default -> throw new UnknownEventException(name);
        };
    }

    static Doc title(Title title) {
        return Doc.obj().put("zh", title.zh()).put("en", title.en()).build();
    }

    static Title title(Doc.Obj title) {
        return new Title(title.text("zh"), title.text("en", ""));
    }

    static List<Doc.Obj> divisions(List<Division> divisions) {
        return divisions.stream()
                .map(division -> Doc.obj()
                        .put("id", division.id())
                        .put("title", title(division.title()))
                        .build())
                .toList();
    }

    static List<Division> divisions(Doc.Obj body) {
        return body.objects("divisions").stream()
                .map(division -> new Division(division.text("id"), title(division.obj("title"))))
                .toList();
    }

    static int wall(Doc.Obj body) {
        return Math.toIntExact(body.integer("number"));
    }

    static @Nullable String text(@Nullable StreamId id) {
        return id == null ? null : id.toString();
    }

    static @Nullable StreamId stream(Doc.Obj body, String field) {
        return body.get(field) == null ? null : new StreamId(body.uuid(field));
    }
}
