package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookLibrary;

/** The reference explains every field of the schema in its section, and no field that the schema does not have. */
class ReferenceTest {
    private static final String TOP = "/properties";

    /** Explained once for all. */
    private static final Set<String> EVERYWHERE = Set.of("title", "zh", "en");

    /** Where the fields of each part of the schema are explained. */
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry(TOP, "2"),
            Map.entry("/$defs/stage/properties", "3"),
            Map.entry("/$defs/criterion/properties", "3"),
            Map.entry("/$defs/form/properties", "3"),
            Map.entry("/$defs/then/items/properties", "3"),
            Map.entry("/$defs/repeat/properties", "3"),
            Map.entry("/$defs/aspect/properties", "4"),
            Map.entry("/$defs/panel/properties", "5"),
            Map.entry("/properties/total/properties", "6"),
            Map.entry("/$defs/standardise/properties", "7"),
            Map.entry("/properties/ranking/properties", "8"),
            Map.entry("/properties/rounds/items/properties", "8"),
            Map.entry("/$defs/cut/properties", "8"),
            Map.entry("/$defs/award/properties", "9"),
            Map.entry("/properties/honours/items/properties", "9"),
            Map.entry("/$defs/table/properties", "10"));

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern FIELD = Pattern.compile("(?<![\\w/-])([a-z]+(?:-[a-z]+)*):(?= |$)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");

    private JsonNode schema = new ObjectMapper().createObjectNode();
    private String reference = "";
    private final Map<String, String> sections = new TreeMap<>();

    @BeforeEach
    void both() throws IOException {
        schema = new ObjectMapper().readTree(RulebookLibrary.schema());
        reference = Files.readString(Path.of("src/doc/rulebook.md"));
        var prose =
                Pattern.compile("```.*?```", Pattern.DOTALL).matcher(reference).replaceAll("");
        for (var part : prose.split("(?m)^## ", -1)) {
            sections.put(part.split("\\.", 2)[0], part);
        }
    }

    private static Set<String> words(String section) {
        var words = new TreeSet<String>();
        CODE.matcher(section)
                .results()
                .forEach(code -> WORD.matcher(code.group(1)).results().forEach(word -> words.add(word.group())));
        return words;
    }

    private static Set<String> names(JsonNode properties) {
        var names = new TreeSet<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Names of all fields below a part of the schema. */
    private static void collect(JsonNode node, Set<String> names) {
        if (node.path("properties").isObject()) {
            names.addAll(names(node.path("properties")));
        }
        node.forEach(child -> collect(child, names));
    }

    private static void values(JsonNode node, Set<String> values) {
        node.path("enum").forEach(value -> values.add(value.asText()));
        node.forEach(child -> values(child, values));
    }

    @Test
    void everyFieldOfTheSchemaIsExplainedInItsSection() {
        SECTIONS.forEach((part, section) -> {
            var all = new TreeSet<String>();
            var properties = schema.at(part);
            assertThat(properties.isObject()).as(part).isTrue();
            all.addAll(names(properties));
            if (!part.equals(TOP)) {
                properties.forEach(property -> collect(property, all));
            }
            all.removeAll(EVERYWHERE);
            all.removeAll(words(sections.getOrDefault(section, "")));
            assertThat(all).as(part + " in section " + section).isEmpty();
        });
    }

    @Test
    void everyWordThatAFieldMayHoldIsExplained() {
        var words = new TreeSet<String>();
        for (var section : sections.values()) {
            words.addAll(words(section));
            Pattern.compile("\\*\\*([a-z-]+)\\*\\*")
                    .matcher(section)
                    .results()
                    .forEach(kind -> words.add(kind.group(1)));
        }
        var all = new TreeSet<String>();
        values(schema, all);
        all.removeAll(words);
        assertThat(all).isEmpty();
    }

    @Test
    void everyFieldOfTheReferenceIsInTheSchema() {
        var known = new TreeSet<String>();
        collect(schema, known);
        for (var number : SECTIONS.values()) {
            var section = sections.getOrDefault(number, "");
            var named = new TreeSet<String>();
            CODE.matcher(section)
                    .results()
                    .forEach(
                            code -> FIELD.matcher(code.group(1)).results().forEach(field -> named.add(field.group(1))));
            ROW.matcher(section)
                    .results()
                    .forEach(row -> CODE.matcher(row.group(1)).results().forEach(field -> named.add(field.group(1))));
            named.removeAll(known);
            assertThat(named).as("section " + number).isEmpty();
        }
    }

    @Test
    void everyPartOfTheSchemaHasItsSection() {
        var parts = new TreeSet<String>();
        schema.path("$defs").properties().forEach(part -> {
            if (part.getValue().path("properties").isObject()) {
                parts.add("/$defs/" + part.getKey() + "/properties");
            }
        });
        assertThat(SECTIONS).containsKeys(parts.toArray(new String[0]));
    }
}
