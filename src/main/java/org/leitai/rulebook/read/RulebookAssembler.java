package org.leitai.rulebook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Division;
import org.leitai.rulebook.Identity;
import org.leitai.rulebook.Kind;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Publicity;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Section;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Total;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Place;
import org.leitai.rulebook.tree.Problems;
import org.leitai.rulebook.tree.Tree;

/** Reads the whole document, then checks what spans sections. */
public final class RulebookAssembler {
    private static final int MAX_STAGES = 200;

    private final Fields root;

    private RulebookAssembler(Tree.Mapping document, Problems problems) {
        this.root = new Fields(document, "", problems);
    }

    /** The model; to be used only if {@code problems} holds no error afterwards. */
    public static @Nullable Rulebook assemble(Tree document, Problems problems) {
        if (!(document instanceof Tree.Mapping mapping)) {
            problems.error(
                    document.mark(), "", "wrong-type", "a rulebook is a mapping (name: value)", "规则文件应为映射（键: 值）");
            return null;
        }
        return new RulebookAssembler(mapping, problems).read();
    }

    private Rulebook read() {
        var id = root.id("rulebook");
        var kind = root.word("kind", Kind.class, Kind.SKILL);
        var identity = root.word("identity", Identity.class, Identity.OPEN);
        var panel = topPanel();
        var stages = stages(identity, panel);
        var standardise = StandardiseReader.standardise(root);
        var rulebook = new Rulebook(
                id,
                Optional.ofNullable(root.textOrNull("version")).orElse("1"),
                root.title("title", id),
                kind,
                Optional.ofNullable(root.textOrNull("labels"))
                        .orElse(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                identity,
                root.word("publicity", Publicity.class, kind.defaultPublicity()),
                divisions(),
                sections(),
                stages,
                total(),
                standardise,
                RankingReader.rounds(root),
                RankingReader.ranking(root, standardise != null),
                RankingReader.cuts(root),
                AwardReader.tables(root),
                AwardReader.honours(root),
                TableReader.tables(root),
                root.source());
        root.textOrNull("source");
        root.textOrNull("note");
        root.done();
        new Checks(rulebook, Place.of(root)).run();
        return rulebook;
    }

    private @Nullable Panel topPanel() {
        var panel = PanelReader.panel(root, false);
        if (panel != null && !panel.perAspect()) {
            Place.of(root)
                    .key("panel")
                    .key("per")
                    .error(
                            "panel-per-sheet",
                            "a panel for the whole rulebook is per aspect; put per: sheet on a stage, criterion or form",
                            "整个规则的评委组只能逐评分点合成；per: sheet 请写在模块、评分项或评分表上");
        }
        return panel;
    }

    private List<Stage> stages(Identity identity, @Nullable Panel panel) {
        var stages = root.each("stages", fields -> StageReader.stage(fields, identity, panel));
        if (stages.isEmpty()) {
            root.error("stages", "missing-field", "a rulebook needs at least one stage", "规则至少需要一个模块 stages");
        }
        if (stages.size() > MAX_STAGES) {
            NodePlaces.stage(Place.of(root), MAX_STAGES)
                    .error("too-many", "at most " + MAX_STAGES + " stages", "模块至多 " + MAX_STAGES + " 个");
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < stages.size(); i++) {
            var id = stages.get(i).id();
            if (!id.isEmpty() && !seen.add(id)) {
                NodePlaces.stage(Place.of(root), i)
                        .key("id")
                        .error("duplicate-id", "stage '" + id + "' stands twice", "模块“" + id + "”重复");
            }
        }
        return stages;
    }

    private Total total() {
        var fields = root.childOrNull("total");
        if (fields == null) {
            return new Total(org.leitai.rulebook.Node.Fold.SUM, List.of(), null);
        }
        var total = new Total(FoldReader.fold(fields), StepReader.steps(fields), fields.numberOrNull("max"));
        fields.done();
        return total;
    }

    /** Each {@code {id, title}}, or only the id. */
    private List<Division> divisions() {
        return root.each(
                "divisions",
                fields -> {
                    var id = fields.id("id");
                    var division = new Division(id, fields.title("title", id));
                    fields.done();
                    return division;
                },
                "id");
    }

    private List<Section> sections() {
        return root.each("sections", fields -> {
            var id = fields.id("id");
            var section = new Section(id, fields.title("title", id), fields.number("weight"));
            fields.done();
            return section;
        });
    }
}
