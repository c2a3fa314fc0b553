package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Problem;

/** Tells disciplines which entries compete in them. Repeating is harmless. Safe on any thread. */
final class Admissions {
    private final Gateway gateway;

    Admissions(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Admits approved entries as {@link RollViews} gives them, one after the other: a discipline decides in order. */
    Future<Void> admit(List<Doc.Obj> entries, Act act) {
        Future<Void> done = Future.succeededFuture();
        for (Doc.Obj entry : entries) {
            done = done.compose(before -> admit(entry, act));
        }
        return done;
    }

    private Future<Void> admit(Doc.Obj entry, Act act) {
        UUID id = entry.uuid("id");
        AdmitEntry admit = new AdmitEntry(
                id,
                entry.text("division"),
                entry.text("delegation"),
                entry.obj("unit").uuid("id"),
                entry.texts("members").stream().map(UUID::fromString).toList());
        return submit(entry, admit, act.step("admit " + id), "entry-exists");
    }

    /** Takes an entry out of its discipline's ranking; the discipline may never have heard of it. */
    Future<Void> withdraw(Doc.Obj entry, Act act) {
        UUID id = entry.uuid("id");
        var withdrawn = new SetEntryStatus(id, EntryStatus.WITHDRAWN, Act.NOBODY);
        return submit(entry, withdrawn, act.step("withdraw " + id), "unknown-entry");
    }

    private Future<Void> submit(Doc.Obj entry, DisciplineCommand command, Act act, String harmless) {
        return gateway.submit(StreamKind.DISCIPLINE, new StreamId(entry.uuid("discipline")), command, act)
                .map(outcome -> {
                    boolean asWished = outcome instanceof Outcome.Refused refused
                            && refused.refusal().code().equals(harmless);
                    if (!asWished) {
                        Problem.committed(outcome);
                    }
                    return null;
                });
    }
}
