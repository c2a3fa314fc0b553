package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every field of the schema, on every level where it may stand, is in an example of the reference whose outcome is written below
 * it; {@code DocumentedExamplesTest} runs them. The same for every word that changes a result.
 */
class ReferenceExamplesTest {
    private static final String DEFINITIONS = "#/$defs/";
    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|csv|points|text)(?: (\\w+))?(?: (\\w+))?\\n(.*?)```", Pattern.DOTALL);
    private static final Set<String> OUTCOMES =
            Set.of("result", "table", "cut", "lines", "certainty", "words", "points");

    /** What a judge sees, when the public sees it, who may sit where: their words change no result and are explained only. */
    private static final Set<String> WITHOUT_RESULT = Set.of("kind", "publicity", "identity", "recuse");

    private final ObjectMapper json = new ObjectMapper();
    private JsonNode schema = json.createObjectNode();
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();
    private final Set<String> shownFields = new TreeSet<>();
    private final Set<String> shownWords = new TreeSet<>();

    @BeforeEach
    void both() throws IOException {
        schema = json.readTree(RulebookLibrary.schema());
        collect(schema, "");
        schema.path("$defs").properties().forEach(part -> collect(part.getValue(), DEFINITIONS + part.getKey()));
        var blocks = BLOCK.matcher(Files.readString(Path.of("src/doc/rulebook.md")));
        var example = "";
        var part = "";
        while (blocks.find()) {
            var kind = blocks.group(2) == null ? blocks.group(1) : blocks.group(2);
            if (blocks.group(1).equals("yaml")) {
                example = blocks.group(4);
                part = kind.equals("aspect") ? DEFINITIONS + "aspect" : "";
            } else if (OUTCOMES.contains(kind)) {
                show(parsed(example), part.isEmpty() ? schema : definition(part), part);
            }
        }
    }

    private JsonNode parsed(String yaml) {
        return json.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private JsonNode definition(String reference) {
        return schema.at(reference.substring(1));
    }

    /** All fields and words of a part; parts that are referred to are looked at by themselves. */
    private void collect(JsonNode part, String path) {
        part.path("properties").properties().forEach(field -> {
            fields.add(path + "/" + field.getKey());
            collect(field.getValue(), path + "/" + field.getKey());
        });
        part.path("enum").forEach(word -> words.add(word(path, word)));
        part.path("anyOf").forEach(way -> collect(way, path));
        if (part.has("items")) {
            collect(part.path("items"), path);
        }
    }

    private void show(JsonNode value, JsonNode part, String path) {
        var reference = part.path("$ref").asText();
        if (!reference.isEmpty()) {
            show(value, definition(reference), reference);
            return;
        }
        part.path("anyOf").forEach(way -> show(value, way, path));
        value.properties().forEach(field -> {
            var known = part.path("properties").path(field.getKey());
            if (known.isObject()) {
                shownFields.add(path + "/" + field.getKey());
                show(field.getValue(), known, path + "/" + field.getKey());
            }
        });
        if (value.isArray()) {
            value.forEach(item -> show(item, part.path("items"), path));
        }
        part.path("enum").forEach(word -> {
            if (word.equals(value)) {
                shownWords.add(word(path, word));
            }
        });
    }

    /** A stage, a criterion, a form and the total are combined by the same words. */
    private static String word(String path, JsonNode word) {
        return path.replaceFirst("^(#/\\$defs/(stage|criterion|form)|/total)/combine$", "combine") + "="
                + word.asText();
    }

    @Test
    void everyFieldIsInAnExampleThatIsRun() {
        assertThat(fields).hasSizeGreaterThan(250);
        assertThat(shownFields).containsAll(fields);
    }

    @Test
    void everyWordThatChangesAResultIsInAnExampleThatIsRun() {
        words.removeIf(
                word -> WITHOUT_RESULT.contains(word.replaceFirst("=.*", "").replaceFirst(".*/", ""))
                        && !word.startsWith(DEFINITIONS + "aspect"));
        assertThat(words).hasSizeGreaterThan(70);
        assertThat(shownWords).containsAll(words);
    }
}
