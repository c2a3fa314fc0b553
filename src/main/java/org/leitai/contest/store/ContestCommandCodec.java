package org.leitai.contest.store;

import java.time.LocalDate;
import org.leitai.contest.domain.ContestCommand;
import org.leitai.contest.domain.ContestCommand.AddDiscipline;
import org.leitai.contest.domain.ContestCommand.CloseRegistration;
import org.leitai.contest.domain.ContestCommand.CreateContest;
import org.leitai.contest.domain.ContestCommand.GrantRole;
import org.leitai.contest.domain.ContestCommand.OpenRegistration;
import org.leitai.contest.domain.ContestCommand.PublishContest;
import org.leitai.contest.domain.ContestCommand.RemoveWall;
import org.leitai.contest.domain.ContestCommand.RevokeRole;
import org.leitai.contest.domain.ContestCommand.SetWall;
import org.leitai.contest.domain.Level;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.arena.KeeperKind;

/** Commands of contests, to cross the bus. */
public final class ContestCommandCodec implements KeeperKind.CommandCodec<ContestCommand> {
    @Override
    public Doc.Obj write(ContestCommand command) {
        return switch (command) {
            case CreateContest c ->
                Doc.obj()
                        .put("do", "create-contest")
                        .put("title", ContestEventCodec.title(c.title()))
                        .put("level", c.level().code())
                        .put("firstDay", c.firstDay().toString())
                        .put("lastDay", c.lastDay().toString())
                        .put("office", c.office())
                        .put("venue", c.venue())
                        .put("roll", c.roll().value())
                        .build();
            case AddDiscipline c ->
                Doc.obj()
                        .put("do", "add-discipline")
                        .put("discipline", c.discipline().value())
                        .put("code", c.code())
                        .put("title", ContestEventCodec.title(c.title()))
                        .put("rulebookHash", c.rulebookHash())
                        .put("divisions", ContestEventCodec.divisions(c.divisions()))
                        .build();
            case PublishContest ignored ->
                Doc.obj().put("do", "publish-contest").build();
            case OpenRegistration ignored ->
                Doc.obj().put("do", "open-registration").build();
            case CloseRegistration ignored ->
                Doc.obj().put("do", "close-registration").build();
            case GrantRole c ->
                Doc.obj()
                        .put("do", "grant-role")
                        .put("grant", c.grant())
                        .put("account", c.account())
                        .put("role", c.role().code())
                        .put("discipline", ContestEventCodec.text(c.discipline()))
                        .build();
            case SetWall c ->
                Doc.obj()
                        .put("do", "set-wall")
                        .put("number", c.number())
                        .put("name", c.name())
                        .put("discipline", ContestEventCodec.text(c.discipline()))
                        .build();
            case RemoveWall c ->
                Doc.obj().put("do", "remove-wall").put("number", c.number()).build();
            case RevokeRole c ->
                Doc.obj().put("do", "revoke-role").put("grant", c.grant()).build();
        };
    }

    @Override
    public ContestCommand read(Doc.Obj document) {
        return switch (document.text("do")) {
            case "create-contest" ->
                new CreateContest(
                        ContestEventCodec.title(document.obj("title")),
                        Level.ofCode(document.text("level")),
                        LocalDate.parse(document.text("firstDay")),
                        LocalDate.parse(document.text("lastDay")),
                        document.text("office"),
                        document.text("venue"),
                        new StreamId(document.uuid("roll")));
            case "add-discipline" ->
                new AddDiscipline(
                        new StreamId(document.uuid("discipline")),
                        document.text("code"),
                        ContestEventCodec.title(document.obj("title")),
                        document.text("rulebookHash"),
                        ContestEventCodec.divisions(document));
            case "publish-contest" -> new PublishContest();
            case "open-registration" -> new OpenRegistration();
            case "close-registration" -> new CloseRegistration();
            case "grant-role" ->
                new GrantRole(
                        document.uuid("grant"),
                        document.uuid("account"),
                        Role.ofCode(document.text("role")),
                        ContestEventCodec.stream(document, "discipline"));
            case "set-wall" ->
                new SetWall(
                        ContestEventCodec.wall(document),
                        document.text("name"),
                        ContestEventCodec.stream(document, "discipline"));
            case "remove-wall" -> new RemoveWall(ContestEventCodec.wall(document));
            case "revoke-role" -> new RevokeRole(document.uuid("grant"));
            default -> throw new DocException("do", "a command of a contest");
        };
    }
}
