package org.leitai.judging.domain;

/** One marking form (评分表) of one stage. */
public record FormRef(String stage, String form) {}
