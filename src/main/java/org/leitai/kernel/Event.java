package org.leitai.kernel;

/** A fact of one stream, in the past tense; families are sealed per {@link StreamKind}. */
public interface Event {}
