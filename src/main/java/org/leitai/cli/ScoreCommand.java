package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leitai.cli.Options.Format;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leitai score}: a rulebook and a file of marks to ranks, totals and awards. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Computes ranks, totals and awards from a rulebook and a file of marks.",
        footer = {
            "",
            "Marks: entry,aspect,judge,value and, where the rulebook has them, stage, piece, attempt.",
            "Entries: entry,name,unit,delegation,division,team,members,status,group,lots (all but entry optional).",
            "Exit: 0 done, 1 bad input (each with file, row and column), 2 wrong usage, 3 done but lots must be drawn."
        })
public final class ScoreCommand implements Callable<Integer> {
    private static final int NOT_DRAWN = 3;

    @Option(
            names = "--rulebook",
            paramLabel = "R.yaml",
            required = true,
            description = "rulebook file (YAML), or the id of a library rulebook")
    private Path rulebookFile = Path.of("");

    @Mixin
    private ScoredFiles files = new ScoredFiles();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or json",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            defaultValue = "table",
            converter = Options.FormatOption.class)
    private Format format = Format.TABLE;

    @Option(
            names = "--explain",
            paramLabel = "ENTRY",
            description = "print why this entry has what it has; with --format csv or json each step as a row")
    private @Nullable String explain;

    @Option(names = "--certainty", description = "marks are still missing: print what can still change")
    private boolean certainty;

    @Option(names = "--as-of", paramLabel = "N", description = "as it stood after the first N marks of the file")
    private @Nullable Long asOf;

    @Option(names = "--round", paramLabel = "ID", description = "the table as it stood after this elimination round")
    private @Nullable String round;

    @Option(names = "--table", paramLabel = "ID", description = "print this table over teams, units or delegations")
    private @Nullable String table;

    @Option(
            names = "--cut",
            paramLabel = "ID",
            description = "print who is through this cut, then its reserves; with --certainty who is safe, open or out")
    private @Nullable String cut;

    @Option(
            names = "--show",
            paramLabel = "REF",
            split = ",",
            description = "further columns: a stage, or stage/id of a criterion, form or aspect")
    private List<String> shown = List.of();

    @Mixin
    private Wording wording = new Wording();

    @Spec
    private @Nullable CommandSpec spec;

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
    }

    @Override
    public Integer call() {
        try {
            return score();
        } catch (InputError e) {
            err().println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err().println("cannot read（无法读取）: " + e.getMessage());
            return 1;
        }
    }

    private int score() throws IOException {
        var rulebook = RulebookFile.read(rulebookFile, err());
        if (rulebook == null) {
            return 1;
        }
        var read = files.read(rulebook, asOf, err());
        if (read == null) {
            return 1;
        }
        var scorer = read.scorer();
        if (!certainty) {
            rulebook.stages().forEach(stage -> scorer.apply(new StageClosed(stage.id())));
        }
        return print(scorer, rulebook, read.names());
    }

    private int print(Scorer scorer, Rulebook rulebook, Map<String, String> names) {
        if (explain != null) {
            return explain(scorer, explain);
        }
        var sheet = sheet(scorer, rulebook, names);
        if (sheet == null) {
            return 1;
        }
        print(sheet);
        return new UndrawnLots(scorer).report(err()) ? NOT_DRAWN : 0;
    }

    private int explain(Scorer scorer, String entry) {
        var explanation = scorer.explain(entry);
        if (explanation.isEmpty()) {
            err().println("there is no entry '" + entry + "'（没有参赛者“" + entry + "”）");
            return 1;
        }
        if (format == Format.TABLE) {
            out().print(ExplanationText.render(explanation.get(), wording.language()));
            out().flush();
        } else {
            print(ExplanationGrid.of(explanation.get(), wording.language()));
        }
        return 0;
    }

    private void print(Grid grid) {
        switch (format) {
            case TABLE -> grid.table(out());
            case CSV -> grid.csv(out());
            case JSON -> grid.json(out());
        }
        out().flush();
    }

    private @Nullable Grid sheet(Scorer scorer, Rulebook rulebook, Map<String, String> names) {
        var language = wording.language();
        if (table != null) {
            if (rulebook.tables().stream().noneMatch(known -> known.id().equals(table))) {
                err().println("the rulebook has no table '" + table + "'（规则中没有统计表“" + table + "”）");
                return null;
            }
            return GroupGrid.of(scorer, table, language);
        }
        if (cut != null) {
            if (rulebook.cuts().stream().noneMatch(known -> known.id().equals(cut))) {
                err().println("the rulebook has no cut '" + cut + "'（规则中没有晋级线“" + cut + "”）");
                return null;
            }
            var grid = new CutGrid(scorer, language);
            return certainty ? grid.lines(cut) : grid.of(cut);
        }
        if (round != null
                && rulebook.rounds().stream().noneMatch(known -> known.id().equals(round))) {
            err().println("the rulebook has no round '" + round + "'（规则中没有赛段“" + round + "”）");
            return null;
        }
        for (var reference : shown) {
            if (!Reference.of(reference).isIn(rulebook)) {
                err().println("--show: the rulebook has no '" + reference + "'（规则中没有“" + reference + "”）");
                return null;
            }
        }
        return new ResultGrid(scorer, names, language, certainty, round, shown).grid();
    }
}
