package org.leitai.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;
import org.leitai.registration.domain.Unit;

/** The areas that compete with each other, in official order. Immutable; safe on any thread. */
public final class Delegations {
    private final Map<String, Delegation> byCode;

    private Delegations(Map<String, Delegation> byCode) {
        this.byCode = byCode;
    }

    /**
     * One area.
     *
     * @param place in official order, from 1
     */
    public record Delegation(String code, String zh, String en, int place) {
        Doc.Obj doc() {
            return Doc.obj()
                    .put("code", code)
                    .put("title", Doc.obj().put("zh", zh).put("en", en).build())
                    .put("place", place)
                    .build();
        }
    }

    /** Reads {@code delegations/NAME.csv} of the class path. */
    public static Delegations load(String name) {
        String resource = "delegations/" + name + ".csv";
        try (InputStream in = Delegations.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            Map<String, Delegation> byCode = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .forEach(part -> byCode.put(part[0], new Delegation(part[0], part[1], part[2], byCode.size() + 1)));
            return new Delegations(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    public List<Delegation> inOfficialOrder() {
        return List.copyOf(byCode.values());
    }

    /** By code, or by either name as people write it; null when there is none. */
    public @Nullable Delegation find(String text) {
        Delegation exact = byCode.get(text);
        String key = Unit.key(text);
        return exact != null
                ? exact
                : byCode.values().stream()
                        .filter(each -> Unit.key(each.zh()).equals(key)
                                || Unit.key(each.en()).equals(key))
                        .findFirst()
                        .orElse(null);
    }
}
