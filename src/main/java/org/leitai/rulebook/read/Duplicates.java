package org.leitai.rulebook.read;

import java.util.HashSet;
import java.util.Map;
import org.leitai.rulebook.tree.Place;
import org.leitai.rulebook.tree.Tree;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Scalar;
import org.leitai.rulebook.tree.Tree.Sequence;

/**
 * Ids that stand twice in one list: only one of the two would ever be found. Parts of stages are seen while they are read,
 * because they share one room; two awards may have one id, for one award may be given for either of two reasons.
 */
final class Duplicates {
    private static final Map<String, String> LISTS = Map.of(
            "divisions", "组别",
            "sections", "标准章节",
            "rounds", "轮次",
            "cuts", "晋级线",
            "honours", "荣誉",
            "tables", "统计表",
            "levels", "等级",
            "items", "项目",
            "inputs", "测量值",
            "colours", "奖牌");

    private Duplicates() {}

    /** In this mapping and all below it. */
    static void check(Place at) {
        switch (at.tree()) {
            case Mapping mapping ->
                mapping.fields().forEach((key, value) -> {
                    if (value instanceof Sequence && LISTS.get(key) instanceof String zh) {
                        list(at.key(key), key, zh);
                    }
                    check(at.key(key));
                });
            case Sequence _ -> at.items().forEach(Duplicates::check);
            case Scalar _ -> {
                // nothing below
            }
        }
    }

    private static void list(Place list, String key, String zh) {
        var seen = new HashSet<String>();
        for (var item : list.itemsOrTexts()) {
            var id = item.key("id");
            var text = text(id.tree());
            if (!text.isEmpty() && !seen.add(text)) {
                id.error("duplicate-id", "'" + text + "' stands twice in " + key, zh + "“" + text + "”重复");
            }
        }
    }

    private static String text(Tree tree) {
        return tree instanceof Scalar scalar ? scalar.text() : "";
    }
}
