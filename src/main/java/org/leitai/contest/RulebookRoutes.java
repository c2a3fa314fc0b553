package org.leitai.contest;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.RulebookProblem;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookReader;

/** The library of rulebooks, and checking one's own. */
final class RulebookRoutes {
    private final Gateway gateway;
    private final RulebookLibrary library;

    RulebookRoutes(Gateway gateway, RulebookLibrary library) {
        this.gateway = gateway;
        this.library = library;
    }

    void bind(Operations operations) {
        operations
                .on("listRulebooks", this::list)
                .on("getRulebook", this::get)
                .on("checkRulebook", this::check)
                .on("getDisciplineRulebook", this::inForce);
    }

    private Future<Reply> list(Call call) {
        ContestAccess.readLibrary(call.principal());
        List<Doc.Obj> rulebooks = library.all().stream()
                .map(item -> head(item.rulebook()).build())
                .toList();
        return Future.succeededFuture(
                Reply.ok(Doc.obj().put("rulebooks", rulebooks).build()));
    }

    private Future<Reply> get(Call call) {
        ContestAccess.readLibrary(call.principal());
        RulebookLibrary.Item item = library.find(call.path("rulebookId"));
        if (item == null) {
            throw Problem.notFound("rulebook " + call.path("rulebookId"));
        }
        return Future.succeededFuture(
                Reply.ok(head(item.rulebook()).put("yaml", item.yaml()).build()));
    }

    /** The rulebook by which a discipline is judged, also one that came from a file. JSON is YAML, so the canonical form can be read. */
    private Future<Reply> inForce(Call call) {
        ContestAccess.readLibrary(call.principal());
        StreamId discipline = call.stream("disciplineId");
        return gateway.ask(
                        StreamKind.DISCIPLINE, discipline, "rulebook", Doc.obj().build())
                .map(found -> {
                    if (found.get("canonical") == null) {
                        throw Problem.notFound("discipline " + discipline);
                    }
                    Rulebook rulebook =
                            RulebookReader.read(found.text("canonical")).orThrow();
                    return Reply.ok(head(rulebook)
                            .put("yaml", found.text("canonical"))
                            .put("explanation", explanation(rulebook))
                            .build());
                });
    }

    /** An unusable rulebook is a finding, not a failure: always 200. */
    private Future<Reply> check(Call call) {
        ContestAccess.readLibrary(call.principal());
        return Future.succeededFuture(Reply.ok(
                switch (RulebookReader.read(utf8(call))) {
                    case RulebookReader.Result.Read read ->
                        head(read.rulebook())
                                .put("ok", true)
                                .put("problems", problems(read.warnings()))
                                .put("explanation", explanation(read.rulebook()))
                                .build();
                    case RulebookReader.Result.Failed failed ->
                        Doc.obj()
                                .put("ok", false)
                                .put("problems", problems(failed.problems()))
                                .build();
                }));
    }

    private static String utf8(Call call) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(call.rawBody().getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("not-utf-8", "a rulebook must be UTF-8 text");
        }
    }

    static Doc.Builder head(Rulebook rulebook) {
        return Doc.obj()
                .put("id", rulebook.id())
                .put("version", rulebook.version())
                .put("title", doc(rulebook.title()))
                .put("kind", rulebook.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("hash", rulebook.hash());
    }

    static List<Doc.Obj> problems(List<RulebookProblem> problems) {
        return problems.stream()
                .map(problem -> Doc.obj()
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("path", problem.path())
                        .put("code", problem.code())
                        .put("severity", problem.isError() ? "error" : "warning")
                        .put("detail", problem.message().en())
                        .put("message", doc(problem.message()))
                        .put("suggestion", problem.suggestion())
                        .build())
                .toList();
    }

    private static Doc explanation(Rulebook rulebook) {
        return doc(Text.of(
                RulebookWords.brief(rulebook, Text.Language.ZH), RulebookWords.brief(rulebook, Text.Language.EN)));
    }

    private static Doc doc(Text text) {
        return Doc.obj().put("zh", text.zh()).put("en", text.en()).build();
    }
}
