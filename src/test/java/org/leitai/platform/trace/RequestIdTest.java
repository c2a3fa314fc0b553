package org.leitai.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void the_trace_of_a_traceparent_comes_first() {
        assertThat(RequestId.of("00-" + TRACE + "-00f067aa0ba902b7-01", "proxy-0001"))
                .isEqualTo(TRACE);
        assertThat(RequestId.of("cc-" + TRACE + "-00f067aa0ba902b7-01-later", null))
                .isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                ""
            })
    void a_wrong_traceparent_is_passed_over(String wrong) {
        assertThat(RequestId.of(wrong, "proxy-0001")).isEqualTo("proxy-0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a b c d e f g", "line\nbreak-0001", "\"quoted-0001\"", "张三张三张三张三", ""})
    void an_id_that_could_harm_a_log_is_replaced(String harmful) {
        assertThat(RequestId.of(null, harmful)).matches("[0-9a-f]{32}").isNotEqualTo(harmful);
    }

    @Test
    void an_id_without_end_is_replaced() {
        assertThat(RequestId.of(null, "a".repeat(65))).matches("[0-9a-f]{32}");
        assertThat(RequestId.of(null, "a".repeat(64))).isEqualTo("a".repeat(64));
    }

    @Test
    void without_either_each_request_gets_its_own() {
        assertThat(RequestId.of(null, null)).matches("[0-9a-f]{32}").isNotEqualTo(RequestId.of(null, null));
    }
}
