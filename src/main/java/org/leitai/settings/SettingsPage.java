package org.leitai.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The settings as people read them: on the command line and in the documentation. */
public final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Environment variables, or lines `NAME=value` in `conf/leitai.conf` of the distribution. The program checks all of them before it
            starts anything: an unknown name, a value that does not fit, or half of a pair ends the start with one line and exit code 2. The log's
            first line says what holds, passwords masked.

            This page is written from `org.leitai.settings.Setting`; `SettingsPageTest` compares it.

            | variable | value | when not set | meaning |
            |---|---|---|---|
            """;

    private SettingsPage() {}

    /** The whole of {@code src/doc/configuration.md}. */
    public static String markdown() {
        return Arrays.stream(Setting.values()).map(SettingsPage::row).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    /** One line a setting. */
    public static List<String> help() {
        return Arrays.stream(Setting.values()).map(SettingsPage::line).toList();
    }

    private static String row(Setting setting) {
        String preset = setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`";
        return "| `%s` | %s | %s | %s |"
                .formatted(setting, setting.kind().words().replace("|", "\\|"), preset, setting.meaning());
    }

    private static String line(Setting setting) {
        String preset = setting.preset().isEmpty() ? "" : " [" + setting.preset() + "]";
        return String.format(Locale.ROOT, "  %-24s %s%s", setting, setting.meaning(), preset);
    }
}
