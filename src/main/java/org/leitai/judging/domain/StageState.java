package org.leitai.judging.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;

/**
 * A stage as it stands.
 *
 * @param numbers number to entry, in the order of numbers, never changed; {@link Act#NOBODY} while the stage is sealed
 * @param closedMicros recorded time of the closing; 0 unless closed
 * @param commitment empty unless sealed
 */
public record StageState(
        Progress progress,
        long closedMicros,
        Map<String, UUID> numbers,
        String commitment,
        @Nullable Proposal proposal,
        boolean identitiesOpened) {
    static final StageState NEW = new StageState(Progress.PENDING, 0, Map.of(), "", null, false);

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
        var map = new TreeMap<String, UUID>();
        hidden.forEach(number -> map.put(number, Act.NOBODY));
        return new StageState(progress, closedMicros, inOrder(map), hash, null, false);
    }

    StageState proposed(Proposal by) {
        return new StageState(progress, closedMicros, numbers, commitment, by, identitiesOpened);
    }

    StageState identitiesOpened(List<Link> links) {
        return new StageState(progress, closedMicros, map(links), commitment, proposal, true);
    }

    private static Map<String, UUID> map(List<Link> links) {
        var map = new TreeMap<String, UUID>();
        links.forEach(link -> map.put(link.number(), link.entry()));
        return inOrder(map);
    }

    /** Numbers come all at once and are looked up with every mark: hashed, and walked in their order. */
    private static Map<String, UUID> inOrder(TreeMap<String, UUID> numbers) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
