package org.leitai.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.leitai.rulebook.Text.Language;
import org.leitai.scoring.explain.Explanation;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.ExplanationText;

/** A derivation as data: one row a step, in the order of the text, with its depth below the total. */
final class ExplanationGrid {
    private static final List<String> KEYS = List.of("depth", "step", "id", "value", "facts", "words");

    private final Language language;
    private final List<List<String>> rows = new ArrayList<>();

    private ExplanationGrid(Language language) {
        this.language = language;
    }

    static Grid of(Explanation explanation, Language language) {
        var grid = new ExplanationGrid(language);
        grid.add(explanation.total(), 0);
        explanation.verdict().forEach(item -> grid.add(item, 0));
        grid.rows.add(List.of(
                "0", "rulebook", explanation.rulebook(), explanation.version(), "hash=" + explanation.hash(), ""));
        return new Grid(KEYS, KEYS, grid.rows);
    }

    private void add(Item item, int depth) {
        var value = item.value();
        rows.add(List.of(
                Integer.toString(depth),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.id(),
                value == null ? "" : value.toPlainString(),
                new TreeMap<>(item.facts())
                        .entrySet().stream()
                                .map(fact -> fact.getKey() + "=" + fact.getValue())
                                .collect(joining("; ")),
                ExplanationText.line(item).in(language)));
        item.children().forEach(child -> add(child, depth + 1));
    }
}
