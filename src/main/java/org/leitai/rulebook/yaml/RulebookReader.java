package org.leitai.rulebook.yaml;

import java.util.List;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.RulebookProblem;
import org.leitai.rulebook.read.RulebookAssembler;
import org.leitai.rulebook.tree.Problems;

/** YAML text to a rulebook, or to everything that is wrong with it. Never throws for bad input. */
public final class RulebookReader {
    private RulebookReader() {}

    /** What reading gives. */
    public sealed interface Result {
        /**
         * Usable.
         *
         * @param warnings problems that do not keep it from being used
         */
        record Read(Rulebook rulebook, List<RulebookProblem> warnings) implements Result {}

        record Failed(List<RulebookProblem> problems) implements Result {}

        /**
         * The rulebook, for documents that are known to be good.
         *
         * @throws IllegalArgumentException naming the first problem
         */
        default Rulebook orThrow() {
            return switch (this) {
                case Read read -> read.rulebook();
                case Failed failed -> {
                    var first = failed.problems().getFirst();
                    throw new IllegalArgumentException("line " + first.line() + ": " + first.path() + ": "
                            + first.message().en());
                }
            };
        }
    }

    public static Result read(String yaml) {
        var problems = new Problems();
        var tree = YamlTree.parse(yaml, problems);
        var rulebook = tree == null ? null : RulebookAssembler.assemble(tree, problems);
        return rulebook == null || problems.hasErrors()
                ? new Result.Failed(problems.all())
                : new Result.Read(rulebook, problems.all());
    }
}
