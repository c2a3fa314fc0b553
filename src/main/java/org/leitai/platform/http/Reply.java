package org.leitai.platform.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leitai.kernel.doc.Doc;

/**
 * What a handler answers when all went well.
 *
 * @param body null for no content, or for a handler that has written (or streams) the response itself
 */
public record Reply(
        int status,
        String contentType,
        @org.jspecify.annotations.Nullable Buffer body,
        Map<String, String> headers) {
    private static final String JSON = "application/json";

    /** 200 with a JSON document. */
    public static Reply ok(Doc.Obj document) {
        return json(200, document);
    }

    /** 201 with a JSON document. */
    public static Reply created(Doc.Obj document) {
        return json(201, document);
    }

    public static Reply json(int status, Doc.Obj document) {
        return new Reply(status, JSON, Json.buffer(document), Map.of());
    }

    public static Reply noContent() {
        return new Reply(204, JSON, null, Map.of());
    }

    public static Reply bytes(String contentType, Buffer body) {
        return new Reply(200, contentType, body, Map.of());
    }

    /** The handler writes the response itself, as an event stream does. */
    public static Reply streaming() {
        return new Reply(0, "", null, Map.of());
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }
}
