package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * {@code rulebook explain} tells every field: of the examples of the reference each field, wherever it stands, is left out or
 * changed, and the words must change with it, in both languages.
 */
class WordsOfEveryFieldTest {
    /** What has no words, and why. */
    private static final Set<String> UNTOLD = Set.of(
            // declared points are a check of the sum, which the words of the parts say
            "/total/max", "stage/max", "criterion/max", "form/max");

    /** What cannot be another alone, for something else names it or needs it. */
    private static final Set<String> BOUND = Set.of(
            "/awards/medals",
            "/ranking/ties/of",
            "/sections",
            "/sections/id",
            "aspect[attendance]/kind",
            "aspect[bands]/kind",
            "aspect[choice]/kind",
            "aspect[count]/kind",
            "aspect[deductions]/items/forfeit",
            "aspect[deductions]/kind",
            "aspect[gate]/kind",
            "aspect[measured]/inputs",
            "aspect[measured]/inputs/id",
            "aspect[measured]/kind",
            "aspect[recorded]/id",
            "aspect[running]/kind",
            "criterion/attempts");

    /** Where a field stands and what it says there. */
    private record Place(ObjectNode in, String name, JsonNode schema) {}

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode schema;
    /** Every field of the examples, and whether its words changed. */
    private final TreeMap<String, Change> told = new TreeMap<>();

    private enum Change {
        REFUSED,
        UNTOLD,
        TOLD
    }

    WordsOfEveryFieldTest() throws IOException {
        schema = json.readTree(RulebookLibrary.schema());
    }

    private Stream<ObjectNode> examples() throws IOException {
        var reference = Files.readString(Path.of("src/doc/rulebook.md"));
        var whole = Stream.concat(
                blocks(reference, "rulebook"),
                Stream.of(Files.readString(Path.of("src/test/resources/words/everything.yaml"))));
        var aspects = blocks(reference, "aspect")
                .map(aspect -> "rulebook: r\nstages:\n  - id: s\n    aspects:\n      -\n" + aspect.indent(8));
        return Stream.concat(whole, aspects).map(this::tree);
    }

    private static Stream<String> blocks(String text, String kind) {
        return Pattern.compile("```yaml " + kind + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1));
    }

    /** All values stay texts, as a rulebook is read. */
    private ObjectNode tree(String yaml) {
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return json.valueToTree(new Load(settings).loadFromString(yaml));
    }

    /** Walks the example along the schema; {@code path} names a field by the parts of the schema it stands in. */
    private void walk(JsonNode value, JsonNode part, String path, ObjectNode root) {
        var ref = part.path("$ref").asText();
        if (!ref.isEmpty()) {
            var name = ref.replace("#/$defs/", "");
            var own = Set.of("stage", "criterion", "form", "aspect").contains(name) ? name : path;
            walk(value, schema.at(ref.substring(1)), own + kind(value, name), root);
        }
        part.path("anyOf").forEach(way -> walk(value, way, path, root));
        if (value instanceof ArrayNode) {
            value.forEach(item -> walk(item, part.path("items"), path, root));
        }
        if (value instanceof ObjectNode fields) {
            part.path("properties").properties().forEach(known -> {
                var name = known.getKey();
                if (fields.has(name)) {
                    var field = path + "/" + name;
                    if (told.get(field) != Change.TOLD) {
                        var change = change(new Place(fields, name, known.getValue()), root);
                        told.merge(field, change, (one, other) -> one.compareTo(other) > 0 ? one : other);
                    }
                    walk(fields.path(name), known.getValue(), field, root);
                }
            });
        }
    }

    /** The same field of another kind of aspect has other words. */
    private static String kind(JsonNode value, String name) {
        return name.equals("aspect") ? "[" + value.path("kind").asText("points") + "]" : "";
    }

    private Change change(Place place, ObjectNode root) {
        var before = words(root);
        var value = place.in().path(place.name());
        var found = Change.REFUSED;
        for (var other : others(value, place.schema())) {
            if (other.isMissingNode()) {
                place.in().remove(place.name());
            } else {
                place.in().set(place.name(), other);
            }
            var after = words(root);
            if (before.isPresent() && after.isPresent()) {
                found = differ(place.name(), before.get(), after.get()) ? Change.TOLD : Change.UNTOLD;
            }
            if (found == Change.TOLD) {
                break;
            }
        }
        place.in().set(place.name(), value);
        return found;
    }

    /** In both languages; one half of a title in its own. */
    private static boolean differ(String name, List<String> before, List<String> after) {
        var zh = !before.get(0).equals(after.get(0));
        var en = !before.get(1).equals(after.get(1));
        return switch (name) {
            case "zh" -> zh;
            case "en" -> en;
            default -> zh && en;
        };
    }

    /** The field left out, another of its words, another number, another text, one item less. */
    private List<JsonNode> others(JsonNode value, JsonNode part) {
        var others = new ArrayList<JsonNode>();
        others.add(json.missingNode());
        part.path("enum").forEach(others::add);
        if (value instanceof ArrayNode list && list.size() > 1) {
            var fewer = list.deepCopy();
            fewer.remove(list.size() - 1);
            others.add(fewer);
        }
        if (value.isTextual()) {
            Stream.of("1", "2", "0.5", "4", "70", "-1", "x", "2..3", "nearly", value.asText() + "2", "true", "false")
                    .filter(text -> !text.equals(value.asText()))
                    .map(json.getNodeFactory()::textNode)
                    .forEach(others::add);
        }
        others.remove(value);
        return others;
    }

    private static Optional<List<String>> words(ObjectNode root) {
        return RulebookReader.read(root.toString()) instanceof RulebookReader.Result.Read read
                ? Optional.of(List.of(
                        RulebookWords.full(read.rulebook(), Language.ZH),
                        RulebookWords.full(read.rulebook(), Language.EN)))
                : Optional.empty();
    }

    @Test
    void theWordsChangeWithEveryField() throws IOException {
        examples().forEach(root -> walk(root, schema, "", root));
        assertThat(told).hasSizeGreaterThan(300);
        assertThat(fields(Change.UNTOLD)).isEqualTo(new TreeSet<>(UNTOLD));
        assertThat(fields(Change.REFUSED)).isEqualTo(new TreeSet<>(BOUND));
    }

    private Set<String> fields(Change change) {
        var fields = new TreeSet<>(told.keySet());
        fields.removeIf(field -> told.get(field) != change);
        return fields;
    }
}
