package org.leitai.kernel;

import java.util.Map;

/**
 * A command's answer "no", as a value.
 *
 * @param code kebab-case, listed in the HTTP contract; clients translate it
 * @param detail one English sentence with the offending and the expected value
 * @param values what a translated sentence needs, by name (such as {@code max} or {@code step})
 */
public record Refusal(String code, String detail, Map<String, String> values) {
    public Refusal {
        values = Map.copyOf(values);
    }

    public static Refusal of(String code, String detail) {
        return new Refusal(code, detail, Map.of());
    }

    public Refusal with(String name, String value) {
        var more = new java.util.HashMap<>(values);
        more.put(name, value);
        return new Refusal(code, detail, more);
    }
}
