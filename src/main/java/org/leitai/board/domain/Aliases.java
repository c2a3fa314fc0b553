package org.leitai.board.domain;

import java.util.UUID;

/** The names of entries towards one audience: random to everyone, the same after a restart, without relation between audiences. */
@FunctionalInterface
public interface Aliases {
    /** The alias of an entry in a layer of this audience's board. */
    String of(String layer, UUID entry);
}
