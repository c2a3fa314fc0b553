package org.leitai.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void a_line_is_one_object_whatever_is_said() {
        String line = lines.doLayout(event("two\nlines and a \"quote\"", null));

        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        JsonObject said = new JsonObject(line);
        assertThat(said.getString("message")).isEqualTo("two\nlines and a \"quote\"");
        assertThat(said.getString("level")).isEqualTo("WARN");
        assertThat(said.getString("time")).isEqualTo("2026-11-26T01:02:03.004Z");
        assertThat(said.containsKey("request")).isFalse();
    }

    @Test
    void the_requests_a_line_names_and_its_error_are_fields() {
        LoggingEvent event = event("failed", new IllegalStateException("planted"));
        event.setKeyValuePairs(List.of(new KeyValuePair("request", "aaaaaaaa,bbbbbbbb")));

        JsonObject said = new JsonObject(lines.doLayout(event));

        assertThat(said.getString("request")).isEqualTo("aaaaaaaa,bbbbbbbb");
        assertThat(said.getString("error"))
                .startsWith("java.lang.IllegalStateException: planted")
                .contains("\tat ");
    }

    private static LoggingEvent event(String message, @Nullable Throwable failure) {
        LoggingEvent event = new LoggingEvent(
                "test", new LoggerContext().getLogger("org.leitai.Test"), Level.WARN, message, failure, null);
        event.setTimeStamp(1_795_654_923_004L);
        return event;
    }
}
