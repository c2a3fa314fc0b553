package org.leitai.contest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;

/** The rulebooks that come with the program, read once at start. Immutable; safe on any thread. */
public final class RulebookLibrary {
    /** Files of {@code rulebooks/} on the class path: a jar cannot be listed like a folder. */
    private static final List<String> FILES = List.of("welding-2022", "mine-rescue", "speech");

    private final Map<String, Item> items;

    private RulebookLibrary(Map<String, Item> items) {
        this.items = items;
    }

    /** A rulebook with the text it was read from. */
    public record Item(Rulebook rulebook, String yaml) {}

    /**
     * Reads the library.
     *
     * @throws IllegalArgumentException when a rulebook that comes with the program is not valid
     */
    public static RulebookLibrary load() {
        Map<String, Item> items = new LinkedHashMap<>();
        for (String file : FILES) {
            String yaml = text("rulebooks/" + file + ".yaml");
            Rulebook rulebook = RulebookReader.read(yaml).orThrow();
            items.put(rulebook.id(), new Item(rulebook, yaml));
        }
        return new RulebookLibrary(items);
    }

    private static String text(String resource) {
        try (InputStream in = RulebookLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    public Collection<Item> all() {
        return items.values();
    }

    public @Nullable Item find(String id) {
        return items.get(id);
    }
}
