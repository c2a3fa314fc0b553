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
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema accepts what the reader accepts, and refuses a misspelt field as the reader does. */
class SchemaTest {
    private static OutputUnit validate(String yaml) throws IOException {
        try (var in = SchemaTest.class.getResourceAsStream("/rulebooks/rulebook.schema.json")) {
            var schema = new JsonObject(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            var options = new JsonSchemaOptions()
                    .setBaseUri("https://leitai.example/")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic);
            var tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return Validator.create(JsonSchema.of(schema), options)
                    .validate(new JsonObject(new ObjectMapper().writeValueAsString(tree)));
        }
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
}
