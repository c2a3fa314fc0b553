package org.leitai.registration.domain;

import java.text.Normalizer;

/** Text as people meant it: full-width letters and digits become narrow, runs of any white space become one space, ends are cut. */
public final class Plain {
    private Plain() {}

    public static String of(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(narrow.length());
        narrow.codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean invisible = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
            if (space) {
                plain.append(' ');
            } else if (!invisible) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().replaceAll(" +", " ").strip();
    }
}
