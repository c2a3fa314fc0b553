package org.leitai.contest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;

/** The rulebooks that come with the program, read once at start. Immutable; safe on any thread. */
public final class RulebookLibrary {
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
        for (String id : org.leitai.rulebook.yaml.RulebookLibrary.ids()) {
            String yaml = org.leitai.rulebook.yaml.RulebookLibrary.yaml(id).orElseThrow();
            Rulebook rulebook = RulebookReader.read(yaml).orThrow();
            items.put(rulebook.id(), new Item(rulebook, yaml));
        }
        return new RulebookLibrary(items);
    }

    public Collection<Item> all() {
        return items.values();
    }

    public @Nullable Item find(String id) {
        return items.get(id);
    }
}
