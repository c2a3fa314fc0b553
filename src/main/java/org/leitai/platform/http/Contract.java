package org.leitai.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI 3.1 contract: {@code openapi/base.yaml} and one fragment a feature, merged into the one document that is published.
 *
 * <p>The validator of Vert.x 5.0 knows JSON bodies only, so operations marked {@code x-raw: true} (raw uploads, event
 * streams, and boards that everybody reads at once) go past it; they stand in the published contract all the same.
 */
public final class Contract {
    /** Every path of the contract starts with it. */
    public static final String PREFIX = "/api/v1";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    /** Instead of the format, whose check ends at version 5 in the validator. */
    static final String UUID_PATTERN = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final ObjectNode document;
    private final Buffer published;

    private Contract(ObjectNode document) {
        this.document = document;
        try {
            this.published = Buffer.buffer(YAML.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Merges the base and these fragments, each {@code openapi/NAME.yaml} on the class path.
     *
     * @throws IllegalStateException when a fragment is missing, or two of them define the same path or component
     */
    public static Contract of(List<String> fragments) {
        ObjectNode document = read("base");
        for (String name : fragments) {
            ObjectNode fragment = read(name);
            merge(document.withObjectProperty("paths"), fragment.withObjectProperty("paths"), name);
            ObjectNode components = document.withObjectProperty("components");
            for (Map.Entry<String, JsonNode> group :
                    fragment.withObjectProperty("components").properties()) {
                merge(components.withObjectProperty(group.getKey()), (ObjectNode) group.getValue(), name);
            }
        }
        return new Contract(document);
    }

    private static ObjectNode read(String name) {
        String resource = "openapi/" + name + ".yaml";
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("contract fragment " + resource + " is not on the class path");
            }
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from, String fragment) {
        for (var entry : from.properties()) {
            if (into.has(entry.getKey())) {
                throw new IllegalStateException(
                        "contract fragment " + fragment + " defines " + entry.getKey() + " a second time");
            }
            into.set(entry.getKey(), entry.getValue());
        }
    }

    /** The document as published, YAML. */
    public Buffer published() {
        return published;
    }

    /** Codes with which any operation may answer. */
    public List<String> commonProblems() {
        List<String> codes = new ArrayList<>();
        document.path("x-common-problems").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    /** Every operation of the contract. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (var path : document.withObjectProperty("paths").properties()) {
            for (String method : METHODS) {
                if (path.getValue().get(method) instanceof ObjectNode node) {
                    operations.add(
                            Operation.of(path.getKey(), method, node, Lengths.of(document, path.getValue(), node)));
                }
            }
        }
        return operations;
    }

    /**
     * What the validator gets: without raw operations and response bodies, which it does not know how to read. Paths keep
     * their prefix, because it finds path parameters by their place in the whole address.
     */
    JsonObject validated() {
        ObjectNode copy = document.deepCopy();
        ObjectNode paths = copy.withObjectProperty("paths");
        ObjectNode kept = copy.objectNode();
        for (var path : paths.properties()) {
            ObjectNode item = (ObjectNode) path.getValue();
            METHODS.forEach(method -> keepOrDrop(item, method));
            if (METHODS.stream().anyMatch(item::has)) {
                kept.set(path.getKey(), item);
            }
        }
        copy.set("paths", kept);
        copy.remove("servers");
        copy.withObjectProperty("components").remove("responses");
        copy.findParents("format").forEach(Contract::anyUuid);
        return new JsonObject(copy.toString());
    }

    /** The validator's own idea of a UUID ends at version 5, but ours are of version 7. */
    private static void anyUuid(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("format").asText().equals("uuid")) {
            object.remove("format");
            object.put("pattern", UUID_PATTERN);
        }
    }

    private static void keepOrDrop(ObjectNode item, String method) {
        if (!(item.get(method) instanceof ObjectNode operation)) {
            return;
        }
        if (operation.path("x-raw").asBoolean(false)) {
            item.remove(method);
        } else {
            operation.putObject("responses").putObject("default").put("description", "");
        }
    }

    /**
     * One operation.
     *
     * @param path with prefix, parameters in braces
     * @param raw bound beside the validating router
     * @param streamed raw, and its handler reads the body itself, in any length
     * @param maxBytes bound of its body
     * @param problems codes it may answer with
     * @param lengths of the texts in its address
     */
    public record Operation(
            String id,
            HttpMethod method,
            String path,
            boolean raw,
            boolean streamed,
            long maxBytes,
            List<String> problems,
            Lengths lengths) {
        static final long DEFAULT_MAX_BYTES = 1 << 20;

        public Operation {
            problems = List.copyOf(problems);
        }

        static Operation of(String path, String method, ObjectNode node, Lengths lengths) {
            if (!path.startsWith(PREFIX + "/") || !node.hasNonNull("operationId")) {
                throw new IllegalStateException(
                        "contract: " + method + " " + path + " needs an operationId and the prefix " + PREFIX);
            }
            List<String> problems = new ArrayList<>();
            node.path("x-problems").forEach(code -> problems.add(code.asText()));
            return new Operation(
                    node.get("operationId").asText(),
                    HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                    path,
                    node.path("x-raw").asBoolean(false),
                    node.path("x-streamed").asBoolean(false),
                    node.path("x-max-bytes").asLong(DEFAULT_MAX_BYTES),
                    problems,
                    lengths);
        }
    }
}
