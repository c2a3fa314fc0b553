package org.leitai.rulebook.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/** The words of one language in {@code i18n/rulebook*.properties}. */
record Phrases(ResourceBundle words, Text.Language language) {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Phrases ZH = new Phrases(bundle(Locale.CHINESE), Text.Language.ZH);
    private static final Phrases EN = new Phrases(bundle(Locale.ENGLISH), Text.Language.EN);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("i18n/rulebook", locale, EXACT);
    }

    static Phrases of(Text.Language language) {
        return switch (language) {
            case ZH -> ZH;
            case EN -> EN;
        };
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

    String rounded(Rounding rounding) {
        return say("step.round", rounding.decimals(), say("mode." + word(rounding.mode())));
    }

    /** How a panel's seats become one value, as the last part of a key. */
    static String way(Panel panel) {
        return switch (panel.combine()) {
            case AGREED -> panel.size() == 1 ? "one" : "agreed";
            case MEAN -> panel.dropHigh() + panel.dropLow() == 0 ? "plain-mean" : "mean";
            case MEDIAN -> "median";
            case SUM -> panel.dropHigh() + panel.dropLow() == 0 ? "sum" : "sum-rest";
        };
    }
}
