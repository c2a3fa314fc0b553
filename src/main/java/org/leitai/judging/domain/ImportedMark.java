package org.leitai.judging.domain;

/**
 * One row of a mass import such as theory results.
 *
 * @param aspect empty when the stage has only one
 */
public record ImportedMark(String subject, String aspect, String value) {}
