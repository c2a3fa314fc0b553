package org.leitai.scoring.result;

import java.util.List;

/** Who goes on, and who would next, each in order. */
public record CutResult(String cut, String division, List<String> through, List<String> reserves) {}
