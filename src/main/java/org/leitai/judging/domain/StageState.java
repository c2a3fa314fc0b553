package org.leitai.judging.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.pcollections.TreePMap;

/**
 * A stage as it stands.
 *
 * @param numbers number to entry; {@link Act#NOBODY} while the stage is sealed
 * @param closedMicros recorded time of the closing; 0 unless closed
 * @param commitment empty unless sealed
 */
public record StageState(
        Progress progress,
        long closedMicros,
        TreePMap<String, UUID> numbers,
        String commitment,
        @Nullable Proposal proposal,
        boolean identitiesOpened) {
    static final StageState NEW = new StageState(Progress.PENDING, 0, TreePMap.empty(), "", null, false);

    /** Whether marks may come. */
    public enum Progress {
        PENDING,
        OPEN,
        CLOSED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The first officer's wish to open the identities. */
    public record Proposal(UUID officer, Role role) {}

    public boolean isOpen() {
        return progress == Progress.OPEN;
    }

    public boolean isClosed() {
        return progress == Progress.CLOSED;
    }

    public boolean isSealed() {
        return !commitment.isEmpty() && !identitiesOpened;
    }

    StageState opened() {
        return new StageState(Progress.OPEN, 0, numbers, commitment, proposal, identitiesOpened);
    }

    StageState closed(long micros) {
        return new StageState(Progress.CLOSED, micros, numbers, commitment, proposal, identitiesOpened);
    }

    StageState linked(List<Link> links) {
        return new StageState(progress, closedMicros, map(links), commitment, proposal, identitiesOpened);
    }

    StageState sealed(List<String> hidden, String hash) {
        TreePMap<String, UUID> map = TreePMap.empty();
        for (String number : hidden) {
            map = map.plus(number, Act.NOBODY);
        }
        return new StageState(progress, closedMicros, map, hash, null, false);
    }

    StageState proposed(Proposal by) {
        return new StageState(progress, closedMicros, numbers, commitment, by, identitiesOpened);
    }

    StageState identitiesOpened(List<Link> links) {
        return new StageState(progress, closedMicros, map(links), commitment, proposal, true);
    }

    private static TreePMap<String, UUID> map(List<Link> links) {
        TreePMap<String, UUID> map = TreePMap.empty();
        for (Link link : links) {
            map = map.plus(link.number(), link.entry());
        }
        return map;
    }
}
