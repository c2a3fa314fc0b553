package org.leitai.contest;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Text;

/** A rulebook explained in sentences, for people who do not read YAML; the words are in {@code i18n/rulebook*.properties}. */
final class RulebookWords {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = ResourceBundle.getBundle("i18n/rulebook", Locale.CHINESE, EXACT);
    private static final ResourceBundle EN = ResourceBundle.getBundle("i18n/rulebook", Locale.ENGLISH, EXACT);

    private RulebookWords() {}

    static Doc doc(Text text) {
        return Doc.obj().put("zh", text.zh()).put("en", text.en()).build();
    }

    /** The explanation in both languages, a sentence a line. */
    static Doc of(Rulebook rulebook) {
        return doc(Text.of(
                String.join("\n", lines(rulebook, ZH, Text.Language.ZH)),
                String.join("\n", lines(rulebook, EN, Text.Language.EN))));
    }

    private static List<String> lines(Rulebook rulebook, ResourceBundle words, Text.Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(say(words, "title", rulebook.title().in(language), rulebook.version()));
        lines.add(say(
                words,
                "publicity."
                        + rulebook.publicity().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (!rulebook.divisions().isEmpty()) {
            lines.add(say(
                    words,
                    "divisions",
                    rulebook.divisions().size(),
                    String.join(
                            say(words, "and"),
                            rulebook.divisions().stream()
                                    .map(division -> division.title().in(language))
                                    .toList())));
        }
        rulebook.stages().forEach(stage -> stage(lines, stage, words, language));
        lines.add(say(words, "decimals", rulebook.decimals()));
        return lines;
    }

    private static void stage(List<String> lines, Stage stage, ResourceBundle words, Text.Language language) {
        lines.add(say(
                words,
                "stage." + stage.identity().name().toLowerCase(Locale.ROOT),
                stage.title().in(language),
                stage.forms().size()));
        stage.forms().forEach(form -> lines.add(form(form, words, language)));
    }

    private static String form(Form form, ResourceBundle words, Text.Language language) {
        Panel panel = form.panel();
        return say(
                words,
                "form." + panel.combine().name().toLowerCase(Locale.ROOT),
                form.title().in(language),
                form.aspects().size(),
                panel.size(),
                panel.dropHigh(),
                panel.dropLow());
    }

    private static String say(ResourceBundle words, String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }
}
