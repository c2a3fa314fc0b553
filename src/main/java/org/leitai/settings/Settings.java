package org.leitai.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leitai.rulebook.tree.Nearest;

/** The settings of one start, checked. */
public final class Settings {
    private static final String PREFIX = "LEITAI_";

    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Checks all variables at once.
     *
     * @param environment all variables; those that do not begin with {@code LEITAI_} are not ours
     * @throws InvalidSettings naming every unknown key, every value that does not fit and every half of a pair
     */
    public static Settings of(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && known().noneMatch(name::equals)) {
                problems.add(unknown(name));
            }
        }
        for (Setting setting : Setting.values()) {
            settings.optional(setting)
                    .filter(value -> !setting.kind().accepts(value))
                    .ifPresent(value -> problems.add("%s is '%s' but must be %s"
                            .formatted(
                                    setting,
                                    setting.kind().masked(value),
                                    setting.kind().words())));
        }
        settings.needs(Setting.LEITAI_TLS_CERTIFICATE, Setting.LEITAI_TLS_KEY).ifPresent(problems::add);
        settings.needs(Setting.LEITAI_TLS_KEY, Setting.LEITAI_TLS_CERTIFICATE).ifPresent(problems::add);
        settings.needs(Setting.LEITAI_PG_OWNER_URI, Setting.LEITAI_PG_URI).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return settings;
    }

    public String text(Setting setting) {
        return optional(setting).orElse(setting.preset());
    }

    /** The value that was set, or empty: the preset does not count. */
    public Optional<String> optional(Setting setting) {
        return Optional.ofNullable(environment.get(setting.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    public Optional<Path> path(Setting setting) {
        return optional(setting).map(Path::of);
    }

    public List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public boolean isOn(Setting setting) {
        return text(setting).equals("true");
    }

    public double factor(Setting setting) {
        return Double.parseDouble(text(setting));
    }

    /** A port, or another when none is set. */
    public int port(Setting setting, int otherwise) {
        String text = text(setting);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    /** What this start runs with, secrets masked: first what was set, then the presets that hold. */
    public String report() {
        return "set: " + report(true) + "; presets: " + report(false);
    }

    private String report(boolean set) {
        String all = Arrays.stream(Setting.values())
                .filter(setting -> optional(setting).isPresent() == set)
                .filter(setting -> !text(setting).isEmpty())
                .map(setting -> setting + "=" + setting.kind().masked(text(setting)))
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? "nothing" : all;
    }

    private Optional<String> needs(Setting one, Setting other) {
        return optional(one).isPresent() && optional(other).isEmpty()
                ? Optional.of(one + " is set, " + other + " is not: they go together")
                : Optional.empty();
    }

    private static String unknown(String name) {
        return name + " is not a setting of Leitai"
                + Nearest.of(name, known().toList())
                        .map(near -> ", did you mean " + near + "?")
                        .orElse(" (leitai --help lists them)");
    }

    private static Stream<String> known() {
        return Arrays.stream(Setting.values()).map(Setting::name);
    }
}
