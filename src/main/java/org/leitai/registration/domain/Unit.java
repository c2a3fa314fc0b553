package org.leitai.registration.domain;

import java.util.UUID;

/**
 * An employer or grassroots union that entries come from.
 *
 * @param shortName at most 6 characters, for boards
 * @param delegation code of the area it competes for
 */
public record Unit(UUID id, String name, String shortName, String delegation) {
    /** What a hall screen has room for. */
    public static final int MAX_SHORT_CHARS = 6;

    public static final int MAX_NAME_CHARS = 60;

    /** Two spellings of one name are one unit: width, case and spaces do not count. */
    public static String key(String name) {
        return Plain.of(name).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }
}
