package org.leitai.cli;

import org.leitai.rulebook.Text.Language;
import picocli.CommandLine.Option;

/** The option of every command that prints sentences. */
final class Wording {
    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "zh or en",
            defaultValue = "zh",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            converter = Options.LanguageOption.class)
    private Language language = Language.ZH;

    Language language() {
        return language;
    }
}
