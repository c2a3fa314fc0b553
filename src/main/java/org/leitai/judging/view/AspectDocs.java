package org.leitai.judging.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Attendance;
import org.leitai.rulebook.aspect.Banded;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.Condition;
import org.leitai.rulebook.aspect.CountOf;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.aspect.NumberRange;
import org.leitai.rulebook.aspect.PassFail;
import org.leitai.rulebook.aspect.Points;
import org.leitai.rulebook.aspect.Recorded;
import org.leitai.rulebook.aspect.Tally;
import org.leitai.rulebook.aspect.TallyItem;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/** Forms and aspects as a tablet needs them to draw a form and to check a value before sending it. Decimals are texts. */
final class AspectDocs {
    private AspectDocs() {}

    static Doc.Obj form(String stage, Form form) {
        return Doc.obj()
                .put("id", form.id())
                .put("stage", stage)
                .put("title", DisciplineView.title(form.title()))
                .put("pieces", count(form.pieces()))
                .put("attempts", count(form.attempts()))
                .put("aspects", form.aspects().stream().map(AspectDocs::aspect).toList())
                .build();
    }

    private static @Nullable Doc count(@Nullable Integer count) {
        return count == null ? null : new Doc.Int(count);
    }

    /** One aspect: what a value of it may be, and how it is called. */
    static Doc.Obj aspect(Aspect aspect) {
        Doc.Builder doc = Doc.obj()
                .put("id", aspect.id())
                .put("title", DisciplineView.title(aspect.title()))
                .put("kind", aspect.kind())
                .put("max", number(aspect.head().max()))
                .put("counts", aspect.counts())
                .put("optional", aspect.head().optional() || aspect instanceof Gate)
                .put("section", aspect.head().section());
        return switch (aspect) {
            case Points points -> doc.put("range", range(points.range())).build();
            case Recorded recorded -> doc.put("range", range(recorded.range())).build();
            case CountOf count -> doc.put("possible", count.possible()).build();
            case Choice choice -> doc.put("levels", levels(choice)).build();
            case Measured measured -> measured(doc, measured).build();
            case Banded banded -> banded(doc, banded).build();
            case Judged judged ->
                doc.put(
                                "benchmarks",
                                judged.benchmarks().stream()
                                        .map(DisciplineView::title)
                                        .toList())
                        .build();
            case Tally tally -> tally(doc, tally).build();
            case Timed timed ->
                doc.put("range", range(timed.range()))
                        .put("limit", number(timed.limit()))
                        .put("least", number(timed.least()))
                        .build();
            case Gate gate ->
                doc.put("zeroes", DisciplineView.word(gate.zeroes()))
                        .put(
                                "items",
                                gate.items().stream().map(AspectDocs::gateItem).toList())
                        .build();
            case PassFail ignored -> doc.build();
            case Attendance attendance ->
                doc.put("range", range(new NumberRange(Ratio.ZERO, Ratio.of(attendance.most()), Ratio.ONE, 0)))
                        .build();
        };
    }

    private static Doc.Obj gateItem(Gate.Item item) {
        return titled(item.id(), item.title()).build();
    }

    private static Doc.Builder titled(String id, Text title) {
        return Doc.obj().put("id", id).put("title", DisciplineView.title(title));
    }

    private static List<Doc.Obj> levels(Choice choice) {
        return choice.levels().stream()
                .map(level -> titled(level.id(), level.title())
                        .put("points", number(level.points()))
                        .put("band", level.band() == null ? null : range(level.band()))
                        .build())
                .toList();
    }

    private static Doc.Builder measured(Doc.Builder doc, Measured measured) {
        return doc.put(
                        "inputs",
                        measured.inputs().stream()
                                .map(input -> titled(input.id(), input.title())
                                        .put("unit", input.unit())
                                        .put("range", range(input.range()))
                                        .build())
                                .toList())
                .put(
                        "grades",
                        measured.grades().stream()
                                .map(grade -> Doc.obj()
                                        .put("when", grade.when())
                                        .put("points", number(grade.points()))
                                        .put("alternatives", alternatives(measured, grade.condition()))
                                        .build())
                                .toList());
    }

    private static Doc alternatives(Measured measured, Condition condition) {
        return Doc.arr(condition.alternatives().stream()
                .map(terms -> Doc.arr(
                        terms.stream().map(term -> interval(measured, term)).toList()))
                .toList());
    }

    private static Doc.Obj interval(Measured measured, Condition.Term term) {
        String input = term.input().isEmpty() ? measured.inputs().getFirst().id() : term.input();
        return Doc.obj()
                .put("input", input)
                .put("low", number(term.range().low()))
                .put("lowOpen", term.range().lowOpen())
                .put("high", number(term.range().high()))
                .put("highOpen", term.range().highOpen())
                .build();
    }

    private static Doc.Builder banded(Doc.Builder doc, Banded banded) {
        return doc.put("target", number(banded.target()))
                .put("range", range(banded.range()))
                .put(
                        "bands",
                        banded.bands().stream()
                                .map(band -> Doc.obj()
                                        .put("below", number(band.below()))
                                        .put("above", number(band.above()))
                                        .put("points", number(band.points()))
                                        .build())
                                .toList());
    }

    private static Doc.Builder tally(Doc.Builder doc, Tally tally) {
        return doc.put("tally", true)
                .put("base", number(tally.base()))
                .put("floor", number(tally.floor()))
                .put("ceiling", number(tally.ceiling()))
                .put("items", tally.items().stream().map(AspectDocs::item).toList());
    }

    private static Doc.Obj item(TallyItem item) {
        return titled(item.id(), item.title())
                .put("each", number(item.each()))
                .put("per", number(item.per()))
                .put("direct", item.direct())
                .put("cap", number(item.cap()))
                .put("forfeit", item.forfeit())
                .put("forfeitOver", number(item.forfeitOver()))
                .put("amounts", range(item.amounts()))
                .build();
    }

    private static Doc.Obj range(NumberRange range) {
        return Doc.obj()
                .put("min", number(range.min()))
                .put("max", number(range.max()))
                .put("step", number(range.step()))
                .put("decimals", count(range.decimals()))
                .build();
    }

    static @Nullable String number(@Nullable Ratio value) {
        return value == null ? null : Decimals.canonical(value.toDecimal());
    }

    static @Nullable String number(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
