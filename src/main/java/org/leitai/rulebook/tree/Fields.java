package org.leitai.rulebook.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Tree.Mapping;
import org.leitai.rulebook.tree.Tree.Mark;
import org.leitai.rulebook.tree.Tree.Scalar;
import org.leitai.rulebook.tree.Tree.Sequence;

/**
 * Reads one mapping field by field. A wrong or missing field becomes a problem and a harmless stand-in value, so one
 * reading finds all problems; the model built from it is thrown away if there was any. {@link #done} reports every field
 * that nobody asked for, with the nearest known name.
 */
public final class Fields {
    private static final int MAX_ID_CHARS = 60;

    private final Mapping map;
    private final String path;
    private final Problems problems;
    private final TreeSet<String> known = new TreeSet<>();

    public Fields(Mapping map, String path, Problems problems) {
        this.map = map;
        this.path = path;
        this.problems = problems;
    }

    public Mapping source() {
        return map;
    }

    public Problems problems() {
        return problems;
    }

    public String path() {
        return path;
    }

    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Where the field stands, or the mapping's start if it is absent. */
    public Mark mark(String key) {
        var value = map.get(key);
        return value != null ? value.mark() : map.mark();
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    public @Nullable Tree find(String key) {
        known.add(key);
        var value = map.get(key);
        return value instanceof Scalar scalar && scalar.isNull() ? null : value;
    }

    /** The field as a problem at its place. */
    public void error(String key, String code, String en, String zh) {
        problems.error(mark(key), path(key), code, en, zh);
    }

    private void missing(String key) {
        error(key, "missing-field", "'" + key + "' is required here", "此处缺少必填字段 '" + key + "'");
    }

    private void wrongType(String key, String wanted, String wantedZh) {
        error(key, "wrong-type", "'" + key + "' must be " + wanted, "'" + key + "' 应为" + wantedZh);
    }

    public @Nullable String textOrNull(String key) {
        return switch (find(key)) {
            case null -> null;
            case Scalar scalar -> scalar.text();
            case Sequence _, Mapping _ -> {
                wrongType(key, "a text", "文本");
                yield null;
            }
        };
    }

    public String text(String key) {
        var value = textOrNull(key);
        if (value == null && !has(key)) {
            missing(key);
        }
        return value == null ? "" : value;
    }

    /** An identifier: letters of any script, digits, {@code - _ .}; it is written into marks files and ledgers. */
    public String id(String key) {
        var value = text(key);
        if (!value.isEmpty() && (value.length() > MAX_ID_CHARS || !value.matches("[\\p{L}\\p{N}_.\\-]+"))) {
            error(key, "bad-id", "an id has only letters, digits, - _ . (at most 60)", "标识只能含字母、数字、- _ .（至多 60 个字符）");
        }
        return value;
    }

    public Text title(String key, String otherwise) {
        return switch (find(key)) {
            case null -> Text.of(otherwise);
            case Scalar scalar -> Text.of(scalar.text());
            case Sequence _ -> {
                wrongType(key, "a text or {zh, en}", "文本或 {zh, en}");
                yield Text.of(otherwise);
            }
            case Mapping mapping -> {
                var both = new Fields(mapping, path(key), problems);
                var zh = both.textOrNull("zh");
                var en = both.textOrNull("en");
                both.done();
                var fallback = zh != null ? zh : en != null ? en : otherwise;
                yield new Text(zh != null ? zh : fallback, en != null ? en : fallback);
            }
        };
    }

    public @Nullable Ratio numberOrNull(String key) {
        var value = find(key);
        if (value == null) {
            return null;
        }
        var number = value instanceof Scalar scalar ? Numbers.parse(scalar.text()) : Optional.<Ratio>empty();
        if (number.isEmpty()) {
            wrongType(key, "a number such as 12.5, 30% or 1/3", "数字，例如 12.5、30% 或 1/3");
        }
        return number.orElse(null);
    }

    public Ratio number(String key, Ratio otherwise) {
        var value = numberOrNull(key);
        return value == null ? otherwise : value;
    }

    public Ratio number(String key) {
        var value = numberOrNull(key);
        if (value == null && !has(key)) {
            missing(key);
        }
        return value == null ? Ratio.ZERO : value;
    }

    public int whole(String key, int otherwise, int min, int max) {
        var value = numberOrNull(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals(value.ceiling())
                || value.compareTo(Ratio.of(min)) < 0
                || value.compareTo(Ratio.of(max)) > 0) {
            error(
                    key,
                    "out-of-range",
                    "'" + key + "' must be a whole number from " + min + " to " + max + ", not " + value,
                    "'" + key + "' 应为 " + min + " 到 " + max + " 的整数，而不是 " + value);
            return otherwise;
        }
        return value.intValueExact();
    }

    public boolean flag(String key, boolean otherwise) {
        var value = textOrNull(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            wrongType(key, "true or false", " true 或 false");
        }
        return value.equals("true");
    }

    /** A word of an enum, written in kebab-case. */
    public <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        var value = textOrNull(key);
        if (value == null) {
            return otherwise;
        }
        var words = new LinkedHashMap<String, E>();
        Stream.of(type.getEnumConstants()).forEach(constant -> words.put(kebab(constant), constant));
        var found = words.get(value);
        if (found == null) {
            unknownWord(key, value, words.keySet());
        }
        return found == null ? otherwise : found;
    }

    public void unknownWord(String key, String value, java.util.Collection<String> words) {
        var list = String.join(", ", words);
        problems.error(
                mark(key),
                path(key),
                "unknown-word",
                "'" + value + "' is not one of: " + list,
                "'" + value + "' 不在可选值中：" + list,
                Nearest.of(value, words).orElse(null));
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public @Nullable Fields childOrNull(String key) {
        return switch (find(key)) {
            case null -> null;
            case Mapping mapping -> new Fields(mapping, path(key), problems);
            case Scalar _, Sequence _ -> {
                wrongType(key, "a mapping", "映射（键: 值）");
                yield null;
            }
        };
    }

    /** Each mapping of a list, read by {@code reader}, which must call {@link #done} itself. */
    public <T> List<T> each(String key, Function<Fields, T> reader) {
        return each(key, reader, "");
    }

    /**
     * The same, where a text may stand for a mapping of one field.
     *
     * @param only the name of that field, or empty if only mappings will do
     */
    public <T> List<T> each(String key, Function<Fields, T> reader, String only) {
        var result = new ArrayList<T>();
        for (var item : items(key)) {
            if (item.value() instanceof Mapping mapping) {
                result.add(reader.apply(new Fields(mapping, item.path(), problems)));
            } else if (item.value() instanceof Scalar text && !only.isEmpty()) {
                var mapping = new Mapping(Map.of(only, text), Map.of(only, text.mark()), text.mark());
                result.add(reader.apply(new Fields(mapping, item.path(), problems)));
            } else {
                problems.error(
                        item.value().mark(), item.path(), "wrong-type", "a mapping is expected here", "此处应为映射（键: 值）");
            }
        }
        return List.copyOf(result);
    }

    /** A list of texts; a single text stands for a list of one. */
    public List<String> texts(String key) {
        if (find(key) instanceof Scalar scalar) {
            return List.of(scalar.text());
        }
        var result = new ArrayList<String>();
        for (var item : items(key)) {
            if (item.value() instanceof Scalar scalar) {
                result.add(scalar.text());
            } else {
                problems.error(item.value().mark(), item.path(), "wrong-type", "a text is expected here", "此处应为文本");
            }
        }
        return List.copyOf(result);
    }

    /** One item of a list and its place. */
    public record Item(Tree value, String path) {}

    public List<Item> items(String key) {
        return switch (find(key)) {
            case null -> List.of();
            case Sequence sequence -> {
                var result = new ArrayList<Item>();
                for (var i = 0; i < sequence.items().size(); i++) {
                    result.add(new Item(sequence.items().get(i), path(key) + "[" + i + "]"));
                }
                yield result;
            }
            case Scalar _, Mapping _ -> {
                wrongType(key, "a list", "列表");
                yield List.of();
            }
        };
    }

    /** A mapping whose names are the author's own, such as weights by stage. */
    public Map<String, Fields.Item> entries(String key) {
        var result = new LinkedHashMap<String, Item>();
        if (find(key) instanceof Mapping mapping) {
            mapping.fields().forEach((name, value) -> result.put(name, new Item(value, path(key) + "." + name)));
        } else if (has(key)) {
            wrongType(key, "a mapping", "映射（键: 值）");
        }
        return result;
    }

    /** Reports every field nobody asked for. */
    public void done() {
        for (var key : map.fields().keySet()) {
            if (!known.contains(key)) {
                problems.error(
                        map.keys().getOrDefault(key, map.mark()),
                        path(key),
                        "unknown-field",
                        "unknown field '" + key + "'; known here: " + String.join(", ", known),
                        "未知字段 '" + key + "'；此处可用：" + String.join("、", known),
                        Nearest.of(key, known).orElse(null));
            }
        }
    }
}
