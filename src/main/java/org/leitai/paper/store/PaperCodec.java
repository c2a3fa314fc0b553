package org.leitai.paper.store;

import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.paper.domain.PaperCommand;
import org.leitai.paper.domain.PaperCommand.AnnouncePaper;
import org.leitai.paper.domain.PaperCommand.OpenPaper;
import org.leitai.paper.domain.PaperCommand.TakeAnswers;
import org.leitai.paper.domain.PaperEvent;
import org.leitai.paper.domain.PaperEvent.AnswersTaken;
import org.leitai.paper.domain.PaperEvent.PaperAnnounced;
import org.leitai.paper.domain.PaperEvent.PaperOpened;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.UnknownEventException;

/** Events of mass papers as the ledger keeps them, and their commands, to cross the bus. */
public final class PaperCodec implements EventCodec<PaperEvent>, KeeperKind.CommandCodec<PaperCommand> {
    @Override
    public String name(PaperEvent event) {
        return switch (event) {
            case PaperOpened ignored -> "paper.paper-opened.v1";
            case AnswersTaken ignored -> "paper.answers-taken.v1";
            case PaperAnnounced ignored -> "paper.paper-announced.v1";
        };
    }

    @Override
    public Doc.Obj write(PaperEvent event) {
        return switch (event) {
            case PaperOpened e ->
                opened(e.discipline(), e.rulebook(), e.rulebookHash()).build();
            case AnswersTaken e -> taken(e.evidence(), e.sums()).build();
            case PaperAnnounced ignored -> Doc.obj().build();
        };
    }

    @Override
    public PaperEvent read(String name, Doc.Obj d) {
        return switch (name) {
            case "paper.paper-opened.v1" ->
                new PaperOpened(new StreamId(d.uuid("discipline")), d.text("rulebook"), d.text("rulebook_hash"));
            case "paper.answers-taken.v1" -> new AnswersTaken(d.text("evidence"), sums(d));
            case "paper.paper-announced.v1" -> new PaperAnnounced();
            default -> throw new UnknownEventException(name);
        };
    }

    @Override
    public Doc.Obj write(PaperCommand command) {
        return switch (command) {
            case OpenPaper c ->
                opened(c.discipline(), c.rulebook(), c.rulebookHash())
                        .put("do", "open")
                        .build();
            case TakeAnswers c ->
                taken(c.evidence(), c.sums()).put("do", "take").build();
            case AnnouncePaper ignored -> Doc.obj().put("do", "announce").build();
        };
    }

    @Override
    public PaperCommand read(Doc.Obj d) {
        return switch (d.text("do")) {
            case "open" ->
                new OpenPaper(new StreamId(d.uuid("discipline")), d.text("rulebook"), d.text("rulebook_hash"));
            case "take" -> new TakeAnswers(d.text("evidence"), sums(d));
            case "announce" -> new AnnouncePaper();
            default -> throw new DocException("do", "a command of a mass paper");
        };
    }

    private static Doc.Builder opened(StreamId discipline, String rulebook, String hash) {
        return Doc.obj()
                .put("discipline", discipline.value())
                .put("rulebook", rulebook)
                .put("rulebook_hash", hash);
    }

    private static Doc.Builder taken(String evidence, Sums sums) {
        return Doc.obj().put("evidence", evidence).put("count", sums.count()).put("sums", sums.text());
    }

    private static Sums sums(Doc.Obj d) {
        return new Sums(d.text("sums"), Math.toIntExact(d.integer("count")));
    }
}
