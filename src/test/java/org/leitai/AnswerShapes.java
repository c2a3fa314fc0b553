package org.leitai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leitai.platform.http.Contract;

/** What bodies of successful answers look like by the contract; the validator is the one that the edge reads requests with. */
final class AnswerShapes {
    private final Map<String, Validator> byOperation = new HashMap<>();

    AnswerShapes() throws IOException {
        JsonNode contract = new YAMLMapper()
                .readTree(Contract.of(App.contract()).published().toString());
        JsonObject components = json(contract.get("components"));
        for (JsonNode path : contract.get("paths")) {
            for (JsonNode operation : path) {
                for (var response : operation.path("responses").properties()) {
                    JsonNode schema = response.getValue()
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    if (operation.has("operationId") && response.getKey().startsWith("2") && schema.isObject()) {
                        byOperation.put(operation.get("operationId").asText(), validator(json(schema), components));
                    }
                }
            }
        }
    }

    private static JsonObject json(JsonNode node) throws JsonProcessingException {
        return new JsonObject(new ObjectMapper().writeValueAsString(node));
    }

    private static Validator validator(JsonObject schema, JsonObject components) {
        var options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("app://answers")
                .setOutputFormat(OutputFormat.Basic);
        return Validator.create(JsonSchema.of(schema.copy().put("components", components)), options);
    }

    /** Why the body is not what the contract says; empty when it is, or when the contract says nothing of it. */
    Optional<String> fault(String operation, String body) {
        Validator validator = byOperation.get(operation);
        if (validator == null || body.isEmpty()) {
            return Optional.empty();
        }
        OutputUnit result = validator.validate(body.startsWith("[") ? new JsonArray(body) : new JsonObject(body));
        return result.getValid() ? Optional.empty() : Optional.of(operation + ": " + result.getErrors());
    }
}
