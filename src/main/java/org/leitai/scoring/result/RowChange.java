package org.leitai.scoring.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leitai.scoring.sheet.SeatOrder;

/** One entry's row in two scorers; null where it has no value or does not take part. */
public record RowChange(
        String entry,
        @Nullable Integer rankBefore,
        @Nullable Integer rankAfter,
        @Nullable BigDecimal totalBefore,
        @Nullable BigDecimal totalAfter,
        @Nullable String awardBefore,
        @Nullable String awardAfter) {
    /** The rows that differ, by their labels. */
    public static List<RowChange> between(Map<String, Row> before, Map<String, Row> after) {
        var ids = new TreeSet<>(SeatOrder.BY_LABEL);
        ids.addAll(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .map(id -> of(id, before.get(id), after.get(id)))
                .filter(RowChange::isChange)
                .toList();
    }

    public static RowChange of(String entry, @Nullable Row before, @Nullable Row after) {
        return new RowChange(
                entry,
                before == null ? null : before.rank(),
                after == null ? null : after.rank(),
                before == null ? null : before.printed(),
                after == null ? null : after.printed(),
                before == null ? null : before.award(),
                after == null ? null : after.award());
    }

    public boolean isChange() {
        return !Objects.equals(rankBefore, rankAfter)
                || !text(totalBefore).equals(text(totalAfter))
                || !Objects.equals(awardBefore, awardAfter);
    }

    /** Totals are compared as they are printed: another number of decimals is a change people see. */
    private static String text(@Nullable BigDecimal total) {
        return total == null ? "" : total.toPlainString();
    }
}
