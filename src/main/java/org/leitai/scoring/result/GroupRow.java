package org.leitai.scoring.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * A team, unit or delegation in a group table.
 *
 * @param rank shared by equals, or null if the group has too few counted entries
 * @param values one by column of the table
 * @param entries the entries that counted
 */
public record GroupRow(
        @Nullable Integer rank, boolean shared, String group, List<Ratio> values, List<String> entries) {}
