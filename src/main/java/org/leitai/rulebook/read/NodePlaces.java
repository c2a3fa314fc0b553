package org.leitai.rulebook.read;

import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Level;
import org.leitai.rulebook.tree.Place;

/** Where the parts of a stage stand in the document, for checks that walk the marking tree once it is read. */
final class NodePlaces {
    private NodePlaces() {}

    static Place stage(Place root, int nth) {
        return root.key("stages").item(nth);
    }

    /** The nth child of a branch; levels that the document leaves out are not in the tree either. */
    static Place child(Place at, Branch branch, int nth) {
        var list = branch.children().get(nth) instanceof Branch below
                ? below.level() == Level.CRITERION ? "criteria" : "forms"
                : "aspects";
        return at.key(list).item(nth);
    }

    /** The nth operation after a node's value; the closing {@code round} is not among them. */
    static Place step(Place at, int nth) {
        return at.key("then").item(nth);
    }
}
