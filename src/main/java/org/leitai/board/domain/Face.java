package org.leitai.board.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Who an entry is, for people.
 *
 * @param names of its people, in order; fewer or none when some were erased
 * @param team the team's name, or empty
 * @param unitShort at most six characters, for walls
 */
public record Face(List<String> names, String team, String unit, String unitShort, String delegation) {
    public static final Face UNKNOWN = new Face(List.of(), "", "", "", "");

    public Face {
        names = List.copyOf(names);
    }

    /** The team's name, else the people's. */
    public String name() {
        return team.isEmpty() ? names.stream().collect(Collectors.joining("、")) : team;
    }
}
