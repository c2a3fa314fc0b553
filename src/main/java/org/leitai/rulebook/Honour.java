package org.leitai.rulebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A title or grade given for a rank or an award, beside the award (RULES §2.6).
 *
 * @param from first rank, or null if only awards count
 * @param to last rank
 * @param awards awards that also bring it
 * @param divisions empty means all
 */
public record Honour(
        String id,
        Text title,
        @Nullable Integer from,
        @Nullable Integer to,
        Set<String> awards,
        Set<String> divisions) {}
