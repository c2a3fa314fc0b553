package org.leitai.judging;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.doc.Doc;

/** Puts the words of the reasons into the rounds of judged cells, which know only their ids. */
final class Disagreements {
    private Disagreements() {}

    static Future<Doc> worded(SecretTexts texts, List<Doc.Obj> cells) {
        List<UUID> ids = cells.stream()
                .flatMap(cell -> votes(cell).stream())
                .filter(vote -> vote.get("reason") != null)
                .map(vote -> vote.uuid("reason"))
                .distinct()
                .toList();
        return texts.read(ids)
                .map(words ->
                        Doc.arr(cells.stream().map(cell -> worded(cell, words)).toList()));
    }

    private static List<Doc.Obj> votes(Doc.Obj cell) {
        List<Doc.Obj> votes = new java.util.ArrayList<>(cell.objects("votes"));
        cell.objects("rounds").forEach(round -> votes.addAll(round.objects("votes")));
        return votes;
    }

    private static Doc.Obj worded(Doc.Obj cell, Map<UUID, String> words) {
        UnaryOperator<Doc.Obj> each = vote -> vote.get("reason") == null
                ? vote
                : with(vote, "reason", Doc.text(words.getOrDefault(vote.uuid("reason"), "")));
        List<Doc.Obj> rounds = cell.objects("rounds").stream()
                .map(round -> with(round, "votes", all(round.objects("votes"), each)))
                .toList();
        return with(with(cell, "votes", all(cell.objects("votes"), each)), "rounds", Doc.arr(rounds));
    }

    private static Doc all(List<Doc.Obj> votes, UnaryOperator<Doc.Obj> each) {
        return Doc.arr(votes.stream().map(each).toList());
    }

    private static Doc.Obj with(Doc.Obj doc, String name, Doc value) {
        Map<String, Doc> fields = new TreeMap<>(doc.fields());
        fields.put(name, value);
        return new Doc.Obj(fields);
    }
}
