package org.leitai.rulebook;

/** A title or sentence in both languages; where a rulebook gives one, it stands for both. */
public record Text(String zh, String en) {
    public static Text of(String both) {
        return new Text(both, both);
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /** The languages every message exists in. */
    public enum Language {
        ZH,
        EN
    }
}
