package org.leitai.scoring.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.AwardTitles;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.Field;
import org.leitai.scoring.total.Scaling.Scale;

/** Puts an entry's derivation together: every stage traced anew, the total's steps, then rank, tie, award. */
public record Explainer(Rulebook rulebook, ScoreState state, EntryMath math, Field field) {
    private static final int SHOWN = 4;

    public Explanation explain(Entry entry, Row row, List<Row> table) {
        var derivation = new Derivation(rulebook);
        var weighted = new ArrayList<Ratio>();
        for (var stage : rulebook.stages()) {
            if (stage.isFor(entry.admitted().division())) {
                var sheet = state.sheetOf(stage, entry);
                var value = math.evaluator(stage, sheet, derivation).value(stage.tree());
                var counted = standardised(stage, entry, row, value, derivation);
                if (counted != null) {
                    weighted.add(counted.times(stage.tree().weight()));
                }
            }
        }
        if (!weighted.isEmpty()) {
            math.total(entry, weighted, derivation);
        }
        corrections(entry, derivation);
        rulebook.total().rounding().ifPresent(rounding -> {
            if (row.total() != null && row.exact() != null) {
                derivation.step(new Step.Round(rounding), null, row.exact(), row.total());
            }
        });
        var total =
                new Item(Kind.TOTAL, entry.id(), Text.of("总成绩", "Total"), row.printed(), Map.of(), derivation.items());
        return new Explanation(
                entry.id(), rulebook.id(), rulebook.version(), rulebook.hash(), total, verdict(entry, row, table));
    }

    /** A stage that is standardised counts with its score over the field. */
    private @Nullable Ratio standardised(
            Stage stage, Entry entry, Row row, @Nullable Ratio value, Derivation derivation) {
        if (stage.standardise() == null || value == null) {
            return value;
        }
        var score = row.stages().get(stage.id());
        var scaled = score == null ? null : score.value();
        derivation.add(
                Kind.SCALED,
                stage.id(),
                Text.of("标准分", "Standardised score"),
                scaled,
                facts(stage.standardise(), field.scale(stage, entry)),
                List.of());
        return scaled;
    }

    /** Middle and width of the field, to {@value #SHOWN} decimals. */
    private static Map<String, String> facts(Standardise rule, Optional<Scale> scale) {
        return scale.map(found -> Map.of(
                        "method", Derivation.word(rule.method()),
                        "middle", shown(found.middle()),
                        "width", shown(found.width())))
                .orElse(Map.of());
    }

    private static String shown(Ratio value) {
        return value.round(SHOWN, RoundingMode.HALF_UP).toString();
    }

    private void corrections(Entry entry, Derivation derivation) {
        var corrections = state.corrections().get(entry.id());
        if (corrections != null) {
            for (var correction : corrections) {
                derivation.add(
                        Kind.CORRECTION,
                        entry.id(),
                        Text.of(correction.reason()),
                        Ratio.of(correction.by()),
                        Map.of(),
                        List.of());
            }
        }
    }

    private List<Item> verdict(Entry entry, Row row, List<Row> table) {
        var items = new ArrayList<Item>();
        if (row.scaled() != null && rulebook.standardise() != null) {
            items.add(item(
                    Kind.SCALED,
                    "scaled",
                    Text.of("标准分", "Standardised score"),
                    row.scaled().toDecimal(),
                    facts(rulebook.standardise(), field.scale(entry))));
        }
        if (row.rank() == null) {
            items.add(item(
                    Kind.RANK,
                    "none",
                    Text.of("", ""),
                    null,
                    Map.of("status", row.status().name())));
            return items;
        }
        var field = (int) table.stream().filter(other -> other.rank() != null).count();
        items.add(item(
                Kind.RANK,
                row.division(),
                Text.of("名次", "Rank"),
                BigDecimal.valueOf(row.rank()),
                Map.of("field", Integer.toString(field), "shared", Boolean.toString(row.shared()))));
        tie(row, table).ifPresent(items::add);
        award(row, field, items);
        return items;
    }

    private static Item item(Kind kind, String id, Text title, @Nullable BigDecimal value, Map<String, String> facts) {
        return new Item(kind, id, title, value, facts, List.of());
    }

    /** The tie-break that decided against a neighbour with an equal total, better neighbour first. */
    private Optional<Item> tie(Row row, List<Row> table) {
        var at = table.indexOf(row);
        for (var next : new int[] {at - 1, at + 1}) {
            if (next < 0 || next >= table.size() || table.get(next).rank() == null) {
                continue;
            }
            var other = table.get(next);
            var decided = row.sortKey().decidedAt(other.sortKey());
            if (decided >= 1 && row.round().equals(other.round())) {
                return Optional.of(tieItem(row, other, decided - 1));
            }
        }
        return Optional.empty();
    }

    private Item tieItem(Row row, Row other, int index) {
        var tie = rulebook.ranking().ties().get(index);
        var facts = new LinkedHashMap<String, String>();
        facts.put("against", other.entry());
        facts.put("own", shown(tie, row.sortKey().parts().get(index + 1)));
        facts.put("other", shown(tie, other.sortKey().parts().get(index + 1)));
        if (tie instanceof Tie.Of of && of.nth() > 0) {
            facts.put("nth", Integer.toString(of.nth()));
        }
        if (tie instanceof Tie.Of of && of.seat() != null) {
            facts.put("seat", of.seat());
        }
        var id = switch (tie) {
            case Tie.MoreDecimals _ -> "more-decimals";
            case Tie.Decided _ -> "decided";
            case Tie.Scaled _ -> "scaled";
            case Tie.Of of -> of.what().toString();
        };
        return item(Kind.TIE, id, Text.of(id), null, facts);
    }

    /** Tie values are kept turned so that more is better; people read them as recorded. */
    private static String shown(Tie tie, @Nullable Ratio value) {
        if (value == null) {
            return "";
        }
        var turned = tie instanceof Tie.Decided || (tie instanceof Tie.Of of && of.ascending());
        return (turned ? value.negate() : value).toDecimal().toPlainString();
    }

    private void award(Row row, int field, List<Item> items) {
        if (row.award() instanceof String award) {
            var overridden = state.awards().containsKey(row.entry());
            items.add(item(
                    Kind.AWARD,
                    award,
                    title(award),
                    null,
                    Map.of("rule", overridden ? "decision" : rule(row, field, award))));
        }
        for (var id : row.honours()) {
            rulebook.honours().stream()
                    .filter(honour -> honour.id().equals(id))
                    .forEach(honour -> items.add(item(Kind.HONOUR, id, honour.title(), null, Map.of())));
        }
    }

    private Text title(String award) {
        return AwardTitles.of(rulebook).getOrDefault(award, Text.of(award));
    }

    /** The rule that gives this award, as the rulebook wrote its numbers. */
    private String rule(Row row, int field, String award) {
        return Award.Table.of(rulebook.awards(), row.division(), field).stream()
                .map(rule -> rule(rule, award))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String rule(Award rule, String award) {
        return switch (rule) {
            case Award.Places places when places.id().equals(award) -> "count " + places.count();
            case Award.Share share when share.id().equals(award) -> "share " + percent(share.share());
            case Award.Top top when top.id().equals(award) -> "top " + percent(top.share());
            case Award.AtLeast line when line.id().equals(award) -> "at-least " + line.line();
            case Award.Medals medals
            when medals.medals().stream().anyMatch(m -> m.id().equals(award)) -> "window " + medals.window();
            case Award.Places _, Award.Share _, Award.Top _, Award.AtLeast _, Award.Medals _ -> "";
        };
    }

    private static String percent(Ratio share) {
        return share.times(Ratio.of(100)) + "%";
    }
}
