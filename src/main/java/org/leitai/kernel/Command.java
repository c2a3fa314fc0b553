package org.leitai.kernel;

/** A wish put to one stream, in the imperative; families are sealed per {@link StreamKind}. */
public interface Command {}
