package org.leitai.rulebook;

import org.leitai.rulebook.exact.Ratio;

/** A section of the occupational standard and the marks it should get; compared with what the scheme allots (RULES §1.1.4). */
public record Section(String id, Text title, Ratio weight) {}
