package org.leitai.rulebook.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The rulebooks that come with the program, as text; they lie on the class path under {@code rulebooks/}. */
public final class RulebookLibrary {
    private static final List<String> IDS = List.of(
            "welding-2022",
            "mine-rescue",
            "speech",
            "song",
            "electrician",
            "chemical-process-control",
            "mine-rescue-all-round",
            "welding-site",
            "proposals",
            "safety-quiz",
            "worldskills-100",
            "diving",
            "mass-knowledge");

    private RulebookLibrary() {}

    /** Ids in the order in which they are offered. */
    public static List<String> ids() {
        return IDS;
    }

    /** The YAML of a library rulebook, or empty for an unknown id. */
    public static Optional<String> yaml(String id) {
        return IDS.contains(id) ? Optional.of(text(id + ".yaml")) : Optional.empty();
    }

    /** The JSON Schema that rulebooks follow. */
    public static String schema() {
        return text("rulebook.schema.json");
    }

    private static String text(String name) {
        try (var in = RulebookLibrary.class.getResourceAsStream("/rulebooks/" + name)) {
            if (in == null) {
                throw new IllegalStateException("rulebooks/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
