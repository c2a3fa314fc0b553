package org.leitai.judging.domain;

/**
 * A stretch of a day in which a stage is planned to be competed in. It says what people expect and nothing more: a stage opens and
 * closes by people's acts, whatever the plan says.
 *
 * @param beginsMicros since 1970
 * @param endsMicros since 1970, later than the beginning
 */
public record Session(String stage, long beginsMicros, long endsMicros) {}
