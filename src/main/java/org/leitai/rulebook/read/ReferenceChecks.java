package org.leitai.rulebook.read;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Division;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.Honour;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.tree.Place;
import org.leitai.rulebook.tree.Tree.Sequence;

/** Whether tables and honours name awards, divisions, stages and nodes that there are. */
final class ReferenceChecks {
    private final Rulebook rulebook;
    private final Place root;
    private final Set<String> awards;

    ReferenceChecks(Rulebook rulebook, Place root) {
        this.rulebook = rulebook;
        this.root = root;
        this.awards = new TreeSet<>(rulebook.awards().stream()
                .flatMap(table -> table.awards().stream())
                .flatMap(ReferenceChecks::ids)
                .toList());
    }

    private static Stream<String> ids(Award award) {
        return switch (award) {
            case Award.Places places -> Stream.of(places.id());
            case Award.Share share -> Stream.of(share.id());
            case Award.Top top -> Stream.of(top.id());
            case Award.AtLeast line -> Stream.of(line.id());
            case Award.Medals medals -> medals.medals().stream().map(Award.Medal::id);
        };
    }

    void run() {
        for (var i = 0; i < rulebook.awards().size(); i++) {
            scaledAwards(rulebook.awards().get(i), at("awards", i));
            divisions(
                    at("awards", i).key("divisions"),
                    "awards",
                    rulebook.awards().get(i).divisions());
        }
        for (var i = 0; i < rulebook.honours().size(); i++) {
            honour(rulebook.honours().get(i), at("honours", i));
        }
        for (var i = 0; i < rulebook.tables().size(); i++) {
            table(rulebook.tables().get(i), at("tables", i));
        }
    }

    /** Awards stand in a table, or directly in the list. */
    private void scaledAwards(Award.Table table, Place at) {
        var list = at.key("awards").tree() instanceof Sequence ? at.key("awards") : root.key("awards");
        for (var i = 0; i < table.awards().size(); i++) {
            switch (table.awards().get(i)) {
                case Award.Medals medals -> scaled(medals.of(), list.item(i).key("medals"));
                case Award.AtLeast line -> scaled(line.of(), list.item(i));
                case Award.Places _, Award.Share _, Award.Top _ -> {
                    // they look at places
                }
            }
        }
    }

    private void scaled(Award.Of of, Place at) {
        if (of == Award.Of.SCALED && rulebook.standardise() == null) {
            at.key("of")
                    .error(
                            "nothing-scaled",
                            "nothing is standardised in this rulebook; write of: total, or 'standardise' at the top",
                            "本规则没有标准化分数；请写 of: total，或在顶层写 standardise");
        }
    }

    private Place at(String key, int item) {
        return root.key(key).item(item);
    }

    private void honour(Honour honour, Place at) {
        known(at.key("awards"), honour.id(), "award", "奖项", honour.awards(), awards);
        divisions(at.key("divisions"), honour.id(), honour.divisions());
    }

    private void table(GroupTable table, Place at) {
        known(at.key("points"), table.id(), "award", "奖项", table.points().keySet(), awards);
        divisions(at.key("exclude"), table.id(), table.exclude());
        for (var i = 0; i < table.order().size(); i++) {
            var column = table.order().get(i);
            var of = at.key("columns").item(i).key("of");
            switch (column.measure()) {
                case AWARD -> known(of, table.id(), "award", "奖项", List.of(column.ref()), awards);
                case OF -> node(of, table, column.ref());
                case SCALED, AVERAGE_SCALED -> {
                    if (rulebook.standardise() == null) {
                        at.key("columns")
                                .item(i)
                                .key("what")
                                .error("nothing-scaled", "nothing is standardised in this rulebook", "本规则没有标准化分数");
                    }
                }
                case TOTAL, AVERAGE, POINTS, AVERAGE_POINTS, ENTRIES, PEOPLE, WHO -> {
                    // they name nothing
                }
            }
        }
    }

    private void divisions(Place at, String id, Collection<String> named) {
        if (!rulebook.divisions().isEmpty()) {
            var all = rulebook.divisions().stream().map(Division::id).toList();
            known(at, id, "division", "组别", named, all);
        }
    }

    private static void known(
            Place at, String id, String en, String zh, Collection<String> named, Collection<String> all) {
        for (var name : new TreeSet<>(named)) {
            if (!all.contains(name)) {
                at.named(name)
                        .error(
                                "unknown-" + en,
                                "'" + id + "' names no " + en + " '" + name + "'; there are " + String.join(", ", all),
                                "“" + id + "”引用了不存在的" + zh + "“" + name + "”，现有：" + String.join("、", all));
            }
        }
    }

    private void node(Place at, GroupTable table, String ref) {
        for (var place : Reference.of(ref).places()) {
            if (rulebook.stage(place.stage())
                    .flatMap(stage -> stage.node(place.node()))
                    .isEmpty()) {
                at.error(
                        "unknown-aspect",
                        "table '" + table.id() + "' adds up '" + place + "', which is not recorded",
                        "统计表“" + table.id() + "”引用了未记录的“" + place + "”");
            }
        }
    }
}
