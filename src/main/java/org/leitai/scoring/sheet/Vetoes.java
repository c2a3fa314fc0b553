package org.leitai.scoring.sheet;

import java.util.HashSet;
import java.util.Set;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.aspect.Gate;

/** Which vetoes of a sheet are hit. */
public record Vetoes(Sheet sheet, Trace trace) {
    /** Whether a veto is marked for this part of the sheet. */
    public boolean isHit(Leaf gate, Part part) {
        var veto = gate.gate();
        for (var mark : sheet.marks(gate.index())) {
            if (veto != null && part.holds(mark) && !mark.isAbsent() && veto.isHit(mark.value())) {
                trace.gate(gate, mark.value());
                return true;
            }
        }
        return false;
    }

    /** Ids of children that a veto over single items puts to 0. */
    public Set<String> items(Branch branch, Part part) {
        Set<String> zeroed = Set.of();
        for (var child : branch.children()) {
            if (child instanceof Leaf leaf && leaf.gate() instanceof Gate gate && gate.zeroes() == Gate.Scope.ITEMS) {
                for (var mark : sheet.marks(leaf.index())) {
                    if (part.holds(mark) && gate.isHit(mark.value())) {
                        trace.gate(leaf, mark.value());
                        zeroed = zeroed.isEmpty() ? new HashSet<>() : zeroed;
                        zeroed.addAll(gate.hitItems(mark.value()));
                    }
                }
            }
        }
        return zeroed;
    }
}
