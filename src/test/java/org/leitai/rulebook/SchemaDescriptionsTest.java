package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookLibrary;

/** What an editor says of a field comes from the schema, in both languages, and the table of all fields says the same. */
class SchemaDescriptionsTest {
    private static final Path TABLE = Path.of("src/doc/rulebook-fields.md");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String HEAD = """
            # Every field of a rulebook

            What an editor says of each field, from the JSON Schema (`SchemaDescriptionsTest` keeps them equal and, when they differ, writes the
            table that should stand here to `target/rulebook-fields.md`). How fields work together, with an example of each: `rulebook.md`.
            """;

    private JsonNode schema = new ObjectMapper().createObjectNode();
    private final Map<String, String> descriptions = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        schema = new ObjectMapper().readTree(RulebookLibrary.schema());
    }

    private String part(String name, JsonNode part) {
        var rows = new StringBuilder();
        rows(part, "", rows, name);
        return rows.isEmpty() ? "" : "\n## " + name + "\n| field | English | 中文 |\n|---|---|---|\n" + rows;
    }

    private void rows(JsonNode part, String path, StringBuilder rows, String name) {
        part.path("properties").properties().forEach(field -> {
            var own = path + field.getKey();
            var description = field.getValue().path("description").asText();
            descriptions.put(name + ": " + own, description);
            rows.append("| `")
                    .append(own)
                    .append("` | ")
                    .append(description.replaceFirst("\n\n", " | "))
                    .append(" |\n");
            rows(field.getValue(), own + ".", rows, name);
        });
        part.path("anyOf").forEach(way -> rows(way, path, rows, name));
        if (part.has("items")) {
            rows(part.path("items"), path, rows, name);
        }
    }

    private String table() {
        var text = new StringBuilder(HEAD).append(part("rulebook", schema));
        schema.path("$defs").properties().forEach(part -> text.append(part(part.getKey(), part.getValue())));
        return text.toString();
    }

    @Test
    void everyFieldIsDescribedInBothLanguages() {
        table();
        assertThat(descriptions).hasSizeGreaterThan(250).allSatisfy((_, description) -> {
            var parts = description.split("\n\n", -1);
            assertThat(parts).hasSize(2);
            assertThat(CHINESE.matcher(parts[0]).find()).isFalse();
            assertThat(CHINESE.matcher(parts[1]).find()).isTrue();
        });
    }

    @Test
    void theTableOfFieldsSaysWhatEditorsSay() throws IOException {
        var expected = table();
        if (!Files.exists(TABLE) || !Files.readString(TABLE).equals(expected)) {
            Files.writeString(Path.of("target", TABLE.getFileName().toString()), expected);
        }
        assertThat(TABLE).hasContent(expected);
    }
}
