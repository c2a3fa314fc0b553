package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** What a hall answered. */
public record Answer(int status, JsonObject body) {
    public Answer is(int expected) {
        assertThat(status).as(body.encode()).isEqualTo(expected);
        return this;
    }

    public void refused(int expected, String code) {
        is(expected);
        assertThat(body.getString("code")).isEqualTo(code);
    }

    /** The state or code of each mark, in order. */
    public List<String> results() {
        is(200);
        return body.getJsonArray("results").stream()
                .map(JsonObject.class::cast)
                .map(result -> result.getString("code", result.getString("state")))
                .toList();
    }
}
