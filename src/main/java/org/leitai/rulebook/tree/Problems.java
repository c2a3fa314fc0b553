package org.leitai.rulebook.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.RulebookProblem;
import org.leitai.rulebook.RulebookProblem.Severity;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.tree.Tree.Mark;

/** Collects what is wrong while reading goes on; stops collecting at {@value #MAX} so that rubbish stays readable. */
public final class Problems {
    static final int MAX = 100;

    private final List<RulebookProblem> found = new ArrayList<>();

    public void error(Mark mark, String path, String code, String en, String zh) {
        add(mark, path, code, Severity.ERROR, new Text(zh, en), null);
    }

    public void error(Mark mark, String path, String code, String en, String zh, @Nullable String suggestion) {
        add(mark, path, code, Severity.ERROR, new Text(zh, en), suggestion);
    }

    public void warning(Mark mark, String path, String code, String en, String zh) {
        add(mark, path, code, Severity.WARNING, new Text(zh, en), null);
    }

    private void add(
            Mark mark, String path, String code, Severity severity, Text message, @Nullable String suggestion) {
        if (found.size() < MAX) {
            found.add(new RulebookProblem(mark.line(), mark.column(), path, code, severity, message, suggestion));
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(RulebookProblem::isError);
    }

    public List<RulebookProblem> all() {
        return List.copyOf(found);
    }
}
