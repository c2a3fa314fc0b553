/** Tests of the rules of judging: given events, when a command, then events or a refusal. */
@NullMarked
package org.leitai.judging.domain;

import org.jspecify.annotations.NullMarked;
