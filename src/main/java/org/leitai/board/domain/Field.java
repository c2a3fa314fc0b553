package org.leitai.board.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The batch of teams in the field, one to four lanes in order of appearance: a team comes in with its first act, and a whole batch that
 * is signed leaves when the next team begins. Folded step by step, like {@link Grid}.
 */
public final class Field {
    static final int MOST_LANES = 4;

    private final List<Lane> lanes = new ArrayList<>();

    /** A team in a stage, by its number there. */
    public record Lane(String stage, String subject) {}

    /** Something happened in that team's lane. */
    public void touch(Grid grid, Lane lane) {
        if (lanes.contains(lane) || grid.isSigned(lane.stage, lane.subject)) {
            return;
        }
        if (lanes.stream().allMatch(one -> grid.isSigned(one.stage, one.subject))) {
            lanes.clear();
        }
        if (lanes.size() == MOST_LANES) {
            lanes.remove(lanes.stream()
                    .filter(one -> grid.isSigned(one.stage, one.subject))
                    .findFirst()
                    .orElse(lanes.getFirst()));
        }
        lanes.add(lane);
    }

    public List<Lane> lanes() {
        return List.copyOf(lanes);
    }
}
