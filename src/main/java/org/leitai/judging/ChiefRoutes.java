package org.leitai.judging;

import io.vertx.core.Future;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** What the chief adds to the judges' marks, each with a reason: bounded corrections, and the order that lots gave. */
final class ChiefRoutes {
    private final Discipline disciplines;
    private final SecretTexts texts;

    ChiefRoutes(Discipline disciplines, SecretTexts texts) {
        this.disciplines = disciplines;
        this.texts = texts;
    }

    void bind(Operations operations) {
        operations.on("adjustScore", this::adjust).on("recordLots", this::lots);
    }

    private Future<Reply> adjust(Call call) {
        Doc.Obj body = call.body();
        return decide(
                call,
                reason -> new AdjustScore(
                        body.text("stage"), body.text("subject"), body.text("node"), body.text("by"), reason));
    }

    private Future<Reply> lots(Call call) {
        var order = call.body().texts("order").stream().map(UUID::fromString).toList();
        return decide(call, reason -> new RecordLots(order, reason));
    }

    private interface Decided {
        DisciplineCommand because(UUID reason);
    }

    private Future<Reply> decide(Call call, Decided command) {
        StreamId discipline = call.stream("disciplineId");
        JudgingAccess.chief(call.principal(), discipline);
        var act = call.act();
        return texts.keep(act.key(), SheetRoutes.reason(call.body()))
                .compose(reason -> disciplines.submit(discipline, command.because(reason), act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }
}
