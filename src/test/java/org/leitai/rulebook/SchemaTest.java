package org.leitai.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.rulebook.yaml.RulebookReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema accepts what the reader accepts, and refuses a misspelt field as the reader does. */
class SchemaTest {
    private static OutputUnit validate(String yaml) throws IOException {
        var options = new JsonSchemaOptions()
                .setBaseUri("file:///rulebook.schema.json")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        var tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return Validator.create(JsonSchema.of(new JsonObject(RulebookLibrary.schema())), options)
                .validate(new JsonObject(new ObjectMapper().writeValueAsString(tree)));
    }

    /** Every whole rulebook of the reference is one for an editor too. */
    @TestFactory
    Stream<DynamicTest> theExamplesOfTheReferenceFollowTheSchema() throws IOException {
        return Pattern.compile("```yaml rulebook\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/doc/rulebook.md")))
                .results()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1).lines().findFirst().orElse(""), () -> {
                            var result = validate(example.group(1));
                            assertThat(result.getValid())
                                    .as("" + result.toJson())
                                    .isTrue();
                        }));
    }

    @ParameterizedTest
    @MethodSource("org.leitai.rulebook.yaml.RulebookLibrary#ids")
    void theLibraryFollowsTheSchema(String id) throws IOException {
        var result = validate(RulebookLibrary.yaml(id).orElseThrow());
        assertThat(result.getValid()).as("" + result.toJson()).isTrue();
    }

    @Test
    void aMisspeltFieldIsRefused() throws IOException {
        var yaml = RulebookLibrary.yaml("speech").orElseThrow().replace("drop-high", "drop-hihg");
        assertThat(validate(yaml).getValid()).isFalse();
    }

    /** What the reader takes as a shorthand, an editor does not underline, and the other way round. */
    @Test
    void shorthandsFollowTheSchema() throws IOException {
        for (var divisions :
                List.of("[a, 职工组]", "[{id: a}, b]", "[{id: a, title: {zh: 甲}}]", "[[a]]", "[{title: a}]")) {
            follows("rulebook: r\ndivisions: " + divisions + "\nstages: [{id: s, aspects: [{id: a, max: 4}]}]");
        }
        for (var combine : List.of("{best: 2}", "best", "mean", "{worst: 2}", "bset")) {
            follows("rulebook: r\nstages: [{id: s, combine: " + combine + ", aspects: [{id: a, max: 4}]}]");
            follows("rulebook: r\ntotal: {combine: " + combine + "}\nstages: [{id: s, aspects: [{id: a, max: 4}]}]");
        }
    }

    private static void follows(String yaml) throws IOException {
        assertThat(validate(yaml).getValid())
                .as(yaml)
                .isEqualTo(RulebookReader.read(yaml) instanceof RulebookReader.Result.Read);
    }
}
