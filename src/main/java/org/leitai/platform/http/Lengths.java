package org.leitai.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the texts in an address may be, as the contract says: for raw operations, which the validator does not see. Their
 * handlers read what the texts mean.
 */
record Lengths(List<Bound> bounds) implements Handler<RoutingContext> {
    /** One parameter of path or query. */
    record Bound(String name, boolean inPath, int most) {}

    Lengths {
        bounds = List.copyOf(bounds);
    }

    /**
     * Of one operation.
     *
     * @param document the whole contract, to which parameters may point
     */
    static Lengths of(JsonNode document, JsonNode path, JsonNode operation) {
        List<Bound> bounds = new ArrayList<>();
        for (JsonNode holder : List.of(path, operation)) {
            for (JsonNode given : holder.path("parameters")) {
                JsonNode parameter = given.has("$ref")
                        ? document.at(given.get("$ref").asText().substring(1))
                        : given;
                int most = parameter.path("schema").path("maxLength").asInt(0);
                String in = parameter.path("in").asText();
                if (most > 0 && (in.equals("path") || in.equals("query"))) {
                    bounds.add(new Bound(parameter.path("name").asText(), in.equals("path"), most));
                }
            }
        }
        return new Lengths(bounds);
    }

    @Override
    public void handle(RoutingContext routing) {
        for (Bound bound : bounds) {
            @Nullable String text = bound.inPath
                    ? routing.pathParam(bound.name)
                    : routing.queryParams().get(bound.name);
            if (text != null && text.length() > bound.most) {
                routing.fail(Problem.badRequest(
                        "invalid-request",
                        "parameter '" + bound.name + "' has " + text.length() + " characters, at most " + bound.most
                                + " are allowed"));
                return;
            }
        }
        routing.next();
    }
}
