package org.leitai.contest.domain;

import java.util.List;
import java.util.Optional;
import org.leitai.contest.domain.ContestCommand.RemoveWall;
import org.leitai.contest.domain.ContestCommand.SetWall;
import org.leitai.contest.domain.ContestEvent.WallRemoved;
import org.leitai.contest.domain.ContestEvent.WallSet;
import org.leitai.contest.domain.ContestState.Wall;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/** Wall boards of a contest: each has a number in its address, a name that people call it by, and what it shows. */
final class WallRules {
    /** Several halls with some screens each; the number stays short enough to be typed with a remote control. */
    static final int MOST = 99;

    private static final int MAX_NAME_CHARS = 40;

    private WallRules() {}

    static Decision<ContestEvent> set(ContestState state, SetWall wall) {
        var refusal = number(wall).or(() -> name(wall)).or(() -> content(state, wall));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Wall wanted = new Wall(wall.name(), wall.discipline());
        return wanted.equals(state.walls().get(wall.number()))
                ? Decision.accept(List.of())
                : Decision.accept(new WallSet(wall.number(), wall.name(), wall.discipline()));
    }

    private static Optional<Refusal> number(SetWall wall) {
        return wall.number() >= 1 && wall.number() <= MOST
                ? Optional.empty()
                : Optional.of(Refusal.of("wall-number-invalid", "a wall's number is from 1 to " + MOST));
    }

    private static Optional<Refusal> name(SetWall wall) {
        boolean fits = !wall.name().isBlank() && wall.name().length() <= MAX_NAME_CHARS;
        return fits
                ? Optional.empty()
                : Optional.of(
                        Refusal.of("wall-name-invalid", "a wall's name has 1 to " + MAX_NAME_CHARS + " characters"));
    }

    private static Optional<Refusal> content(ContestState state, SetWall wall) {
        return wall.discipline() == null || state.discipline(wall.discipline()) != null
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "discipline-unknown", "discipline " + wall.discipline() + " is not in this contest"));
    }

    static Decision<ContestEvent> remove(ContestState state, RemoveWall wall) {
        return state.walls().containsKey(wall.number())
                ? Decision.accept(new WallRemoved(wall.number()))
                : Decision.accept(List.of());
    }
}
