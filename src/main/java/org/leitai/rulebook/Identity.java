package org.leitai.rulebook;

/** What a judge sees of whom is marked: the name, an entry number, or a number nobody can join before the opening. */
public enum Identity {
    OPEN,
    NUMBER,
    SEALED
}
