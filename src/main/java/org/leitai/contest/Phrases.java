package org.leitai.contest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;

/** The words of one language in {@code i18n/rulebook*.properties}. */
record Phrases(ResourceBundle words, Text.Language language) {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    static final Phrases ZH = new Phrases(bundle(Locale.CHINESE), Text.Language.ZH);
    static final Phrases EN = new Phrases(bundle(Locale.ENGLISH), Text.Language.EN);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("i18n/rulebook", locale, EXACT);
    }

    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    String of(Text text) {
        return text.in(language);
    }

    String join(List<String> parts) {
        return String.join(say("and"), parts);
    }

    /** A share of one in hundredths, such as 30 for 0.3. */
    static String percent(Ratio share) {
        return share.times(Ratio.of(100)).toString();
    }

    /** The last part of a key. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
