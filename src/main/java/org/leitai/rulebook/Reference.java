package org.leitai.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tie-break or a column looks at: a stage, any node of one, or several of them added ({@code vault/e + bars/e}). Recorded
 * figures and times count raw, everything else by its points.
 */
public record Reference(List<Place> places) {
    public Reference {
        places = List.copyOf(places);
    }

    /** One stage ({@code node} is its own id) or a criterion, form or aspect of it. */
    public record Place(String stage, String node) {
        static Place of(String text) {
            var slash = text.indexOf('/');
            return slash < 0 ? new Place(text, text) : new Place(text.substring(0, slash), text.substring(slash + 1));
        }

        public boolean isStage() {
            return node.equals(stage);
        }

        @Override
        public String toString() {
            return isStage() ? stage : stage + "/" + node;
        }
    }

    /** Reads what {@link #toString()} writes; spaces around {@code +} may be missing. */
    public static Reference of(String text) {
        return new Reference(Stream.of(text.split("\\+", -1))
                .map(String::strip)
                .map(Place::of)
                .toList());
    }

    /** Whether one of the places is written like this. */
    public boolean names(String place) {
        return places.stream().anyMatch(known -> known.toString().equals(place));
    }

    /** Whether all of it is there. */
    public boolean isIn(Rulebook rulebook) {
        return places.stream()
                .allMatch(place -> rulebook.stage(place.stage())
                        .flatMap(stage -> stage.node(place.node()))
                        .isPresent());
    }

    @Override
    public String toString() {
        return places.stream().map(Place::toString).collect(Collectors.joining(" + "));
    }
}
