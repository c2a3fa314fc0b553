package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.Scorer;
import picocli.CommandLine.Option;

/** The options of every command that scores marks: which files hold them and in which character set, and how they are read. */
final class ScoredFiles {
    @Option(names = "--marks", paramLabel = "M.csv", required = true, description = "marks file (CSV)")
    private Path marks = Path.of("");

    @Option(names = "--entries", paramLabel = "E.csv", description = "entries file (CSV)")
    private @Nullable Path entries;

    @Option(
            names = "--charset",
            paramLabel = "CHARSET",
            description = "character set of the CSV files, such as GBK",
            defaultValue = "UTF-8",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            converter = Options.CharsetOption.class)
    private Charset charset = StandardCharsets.UTF_8;

    /**
     * What the files hold.
     *
     * @param names by entry id
     */
    record Scored(Scorer scorer, Map<String, String> names) {}

    /** Every entry and mark under a rulebook, or null when rows are bad; each is told, and how many there are. */
    @Nullable Scored read(Rulebook rulebook, PrintWriter err) throws IOException {
        return read(rulebook, null, err);
    }

    /**
     * As it stood after the first marks of the file, all of which are read and checked.
     *
     * @param asOf how many marks, or null for all
     */
    @Nullable Scored read(Rulebook rulebook, @Nullable Long asOf, PrintWriter err) throws IOException {
        var scorer = asOf == null ? Scorer.of(rulebook) : Scorer.remembering(rulebook);
        var subjects = new HashSet<String>();
        Map<String, String> names = Map.of();
        if (entries != null) {
            var read = EntriesFile.read(entries, charset, rulebook);
            read.events().forEach(scorer::apply);
            subjects.addAll(read.subjects());
            names = read.names();
        }
        var file = new MarksFile(scorer, subjects, entries != null, asOf, err);
        var errors = file.read(marks, charset);
        if (errors > 0) {
            err.println(
                    errors + (errors == 1 ? " bad row" : " bad rows") + ", nothing computed（" + errors + " 行有误，未计算）");
            return null;
        }
        var then = file.then();
        return then.isEmpty() ? null : new Scored(then.get(), names);
    }
}
