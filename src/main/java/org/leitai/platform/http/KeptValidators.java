package org.leitai.platform.http;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A repository that makes the validator of a schema once. Vert.x 5.0 makes a new one for every parameter and body of every request,
 * each with a copy of the whole contract's table of schemas, which took most of the time of a small request.
 */
final class KeptValidators implements SchemaRepository {
    private final SchemaRepository repository;
    private final Map<JsonSchema, Validator> kept = Collections.synchronizedMap(new IdentityHashMap<>());

    KeptValidators(SchemaRepository repository) {
        this.repository = repository;
    }

    @Override
    public Validator validator(JsonSchema schema) {
        return kept.computeIfAbsent(schema, repository::validator);
    }

    @Override
    public Validator validator(String ref) {
        return repository.validator(ref);
    }

    @Override
    public Validator validator(String ref, JsonSchemaOptions options) {
        return repository.validator(ref, options);
    }

    @Override
    public Validator validator(JsonSchema schema, JsonSchemaOptions options, boolean dereference) {
        return repository.validator(schema, options, dereference);
    }

    @Override
    public SchemaRepository dereference(JsonSchema schema) {
        throw new UnsupportedOperationException("the contract is read already");
    }

    @Override
    public SchemaRepository dereference(String uri, JsonSchema schema) {
        throw new UnsupportedOperationException("the contract is read already");
    }

    @Override
    public SchemaRepository preloadMetaSchema(io.vertx.core.file.FileSystem fs) {
        throw new UnsupportedOperationException("the contract is read already");
    }

    @Override
    public SchemaRepository preloadMetaSchema(io.vertx.core.file.FileSystem fs, io.vertx.json.schema.Draft draft) {
        throw new UnsupportedOperationException("the contract is read already");
    }

    @Override
    public JsonObject resolve(JsonObject schema) {
        return repository.resolve(schema);
    }

    @Override
    public JsonSchema find(String pointer) {
        return repository.find(pointer);
    }
}
