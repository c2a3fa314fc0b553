package org.leitai.rulebook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Identity;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Node.Level;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Tree.Sequence;

/**
 * Reads one stage with its criteria, forms and aspects. A stage may hold aspects or forms directly, a criterion aspects:
 * the levels between are then made with the same id.
 */
final class StageReader {
    private final Fields fields;
    private final Identity identity;
    private final List<Form> forms = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int leaves;

    private StageReader(Fields fields, Identity identity) {
        this.fields = fields;
        this.identity = identity;
    }

    /** What a node hands down: panels, and how often the sheet is repeated. */
    private record Context(
            Panel perAspect,
            @Nullable Panel whole,
            @Nullable Integer pieces,
            @Nullable Integer attempts) {}

    static Stage stage(Fields fields, Identity identity, @Nullable Panel panel) {
        return new StageReader(fields, identity).read(panel == null ? Panel.ONE : panel);
    }

    private Stage read(Panel panel) {
        var own = fields.word("identity", Identity.class, identity);
        var of = fields.word("of", Stage.Of.class, Stage.Of.ENTRY);
        var divisions = Set.copyOf(fields.texts("divisions"));
        var standardise = StandardiseReader.standardise(fields);
        var tree = branch(fields, Level.STAGE, new Context(panel, null, 1, 1));
        fields.done();
        return Stage.of(tree, own, of, divisions, standardise, List.copyOf(forms));
    }

    private Branch branch(Fields at, Level level, Context outer) {
        var id = at.id("id");
        if (level != Level.STAGE) {
            unique(at, id);
        }
        var panel = PanelReader.panel(at, true);
        var whole = panel != null && !panel.perAspect() ? panel : null;
        if (whole != null && outer.whole() != null) {
            twice(at);
        }
        var pieces = FoldReader.repeat(at, "pieces");
        var attempts = FoldReader.repeat(at, "attempts");
        var context = new Context(
                panel != null && panel.perAspect() ? panel : outer.perAspect(),
                whole != null ? whole : outer.whole(),
                pieces == null ? outer.pieces() : pieces.count(),
                attempts == null ? outer.attempts() : attempts.count());
        var title = at.title("title", id);
        var first = leaves;
        var children = children(at, level, context, id);
        var branch = new Branch(
                level,
                id,
                title,
                at.number("weight", Ratio.ONE),
                children,
                FoldReader.fold(at),
                whole,
                pieces,
                attempts,
                StepReader.steps(at),
                gates(level, children, first),
                at.numberOrNull("max"));
        if (level != Level.STAGE) {
            at.done();
        }
        SumCheck.check(at, branch);
        return branch;
    }

    private List<Node> children(Fields at, Level level, Context context, String id) {
        var inner = level == Level.STAGE ? "criteria" : "forms";
        if (level != Level.FORM && at.has(inner)) {
            var next = level == Level.STAGE ? Level.CRITERION : Level.FORM;
            onlyOne(at, inner, level);
            return List.copyOf(at.each(inner, child -> branch(child, next, context)));
        }
        if (level == Level.STAGE && at.has("forms")) {
            onlyOne(at, "forms", level);
            return List.copyOf(at.each("forms", child -> branch(child, Level.FORM, context)));
        }
        return form(at, level, context, id);
    }

    /** What stands beside the list that is read would be lost in silence. */
    private static void onlyOne(Fields at, String read, Level level) {
        var lists = level == Level.STAGE ? List.of("criteria", "forms", "aspects") : List.of("forms", "aspects");
        for (var list : lists) {
            if (!list.equals(read) && at.has(list)) {
                at.error(
                        list,
                        "combined-twice",
                        "'" + list + "' stands beside '" + read + "'; put it into one of the " + read,
                        "'" + list + "' 与 '" + read + "' 并列；请放入某一" + (read.equals("criteria") ? "评分项" : "评分表"));
            }
        }
    }

    private List<Node> form(Fields at, Level level, Context context, String id) {
        at.find(level == Level.STAGE ? "criteria" : "forms");
        at.find("forms");
        var day = at.has("day") ? Integer.valueOf(at.whole("day", 1, 1, 99)) : null;
        if (!at.has("aspects")
                || (at.find("aspects") instanceof Sequence list && list.items().isEmpty())) {
            at.error("aspects", "missing-field", "a form needs 'aspects'", "评分表需要 'aspects'");
        }
        var found = at.each("aspects", child -> leaf(child, context));
        var filled = context.whole() != null ? context.whole() : mostSeats(found, context);
        forms.add(new Form(id, at.title("title", id), day, filled, found, context.pieces(), context.attempts()));
        return List.copyOf(found);
    }

    private static Panel mostSeats(List<Leaf> leaves, Context context) {
        return leaves.stream()
                .map(Leaf::panel)
                .reduce((a, b) -> b.size() > a.size() ? b : a)
                .orElse(context.perAspect());
    }

    private Leaf leaf(Fields at, Context context) {
        var aspect = AspectReader.aspect(at);
        unique(at, aspect.id());
        var own = PanelReader.panel(at, false);
        if (own != null && context.whole() != null) {
            twice(at);
        }
        var agreed = !aspect.counts() && own == null;
        var panel = own != null ? own : agreed ? Panel.ONE : context.perAspect();
        var leaf = new Leaf(aspect, leaves++, at.number("weight", Ratio.ONE), panel, StepReader.then(at));
        at.done();
        return leaf;
    }

    private static void twice(Fields at) {
        at.error(
                "panel",
                "panel-twice",
                "a panel above already combines whole sheets; write 'per: aspect' there, or leave this one out",
                "上级已按整表合成评委分；请在上级写 per: aspect，或删去此处");
    }

    private void unique(Fields at, String id) {
        if (!id.isEmpty() && !ids.add(id)) {
            at.error("id", "duplicate-id", "'" + id + "' is used twice in this stage", "“" + id + "”在此模块中重复");
        }
    }

    /** The vetoes below that zero exactly this branch: a sheet's own, or those that reach up to it. */
    private List<Leaf> gates(Level level, List<Node> children, int first) {
        var holdsCriteria = children.stream()
                .anyMatch(child -> child instanceof Branch branch && branch.level() == Level.CRITERION);
        return forms.stream()
                .flatMap(form -> form.leaves().stream())
                .filter(leaf -> leaf.index() >= first
                        && leaf.gate() instanceof Gate gate
                        && switch (gate.zeroes()) {
                            case SHEET -> children.contains(leaf);
                            case CRITERION -> level == Level.CRITERION || (level == Level.STAGE && !holdsCriteria);
                            case STAGE -> level == Level.STAGE;
                            case ITEMS -> false;
                        })
                .toList();
    }
}
