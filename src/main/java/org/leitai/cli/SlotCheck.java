package org.leitai.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Panel.Combine;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.scoring.sheet.Slot;

/**
 * Whether the rulebook has the seat, work piece and attempt that a line names. Without this a mark of a seat that is not on
 * the panel would only show as a result that is missing.
 */
final class SlotCheck {
    private final Map<String, Map<String, Place>> places = new HashMap<>();

    /** The form and the panel that an aspect belongs to; the panel is null where any seat may record it. */
    private record Place(Form form, @Nullable Panel panel) {}

    /** What is wrong in which column. */
    record Fault(String column, Text text) {}

    SlotCheck(Rulebook rulebook) {
        for (var stage : rulebook.stages()) {
            var found = places.computeIfAbsent(stage.id(), _ -> new HashMap<>());
            stage.forms().forEach(form -> form.leaves().forEach(leaf -> found.put(leaf.id(), place(form, leaf))));
        }
    }

    private static Place place(Form form, Leaf leaf) {
        var panel = form.panel().perAspect() ? leaf.panel() : form.panel();
        var anySeat = !leaf.aspect().counts() || panel.combine() == Combine.AGREED;
        return new Place(form, anySeat ? null : panel);
    }

    Optional<Fault> fault(Slot slot) {
        var place = places.getOrDefault(slot.stage(), Map.of()).get(slot.aspect());
        if (place == null) {
            return Optional.empty();
        }
        var panel = place.panel();
        if (panel != null && !panel.seats().contains(slot.seat())) {
            return Optional.of(noSeat(slot, panel));
        }
        return beyond("piece", slot.piece(), place.form().pieces())
                .or(() -> beyond("attempt", slot.attempt(), place.form().attempts()));
    }

    private static Fault noSeat(Slot slot, Panel panel) {
        var seats = String.join(", ", panel.seats());
        return new Fault(
                "judge",
                Text.of(
                        "“" + slot.aspect() + "”由席位 " + seats + " 评分，没有席位“" + slot.seat() + "”",
                        "'" + slot.aspect() + "' is marked by the seats " + seats + "; there is no seat '" + slot.seat()
                                + "'"));
    }

    private static Optional<Fault> beyond(String column, int number, @Nullable Integer most) {
        return most == null || number <= most
                ? Optional.empty()
                : Optional.of(new Fault(
                        column,
                        Text.of(
                                "规则中最大序号为 " + most + "，没有 " + number,
                                "the rulebook has " + most + ", there is no " + number)));
    }
}
