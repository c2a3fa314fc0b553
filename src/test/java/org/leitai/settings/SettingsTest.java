package org.leitai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String PG = "postgresql://leitai:s3cr%40t@db.example:6543/contest?password=s3cr@t";

    @Test
    void an_unknown_key_is_refused_with_the_one_that_was_probably_meant() {
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_HTTPPORT", "80")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("LEITAI_HTTPPORT is not a setting of Leitai, did you mean LEITAI_HTTP_PORT?");
    }

    @Test
    void other_programs_variables_are_not_looked_at() {
        assertThatCode(() -> Settings.of(Map.of("LEITAIX", "1", "PATH", "/bin")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "LEITAI_HTTP_PORT,65536,a port from 0 to 65535",
        "LEITAI_HTTPS_PORT,https,a port from 0 to 65535",
        "LEITAI_METRICS_OPEN,yes,true or false",
        "LEITAI_DEMO_PACE,0,a number above 0",
        "LEITAI_DEMO_PACE,-1,a number above 0",
        "LEITAI_LOG_LEVEL,verbose,'one of TRACE, DEBUG, INFO, WARN, ERROR'",
        "LEITAI_LOG_FORMAT,xml,text or json",
        "LEITAI_SOCKETS,kqueue,'auto, io_uring, epoll or nio'",
        "LEITAI_REDIS_URI,http://db.example,redis://",
    })
    void a_value_that_does_not_fit_is_named_with_what_was_expected(String name, String value, String expected) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(name + " is '" + value + "' but must be " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "db.example",
        "mysql://u:p@db.example/contest",
        "postgresql://db.example/contest",
        "postgresql://u@db.example/contest",
        "postgresql://u:p@db.example/"
    })
    void an_address_of_postgresql_needs_all_its_parts(String uri) {
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_PG_URI", uri)))
                .hasMessageContaining("postgresql://user:password@host:port/database");
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_HTTP_PORT", "x", "LEITAI_LOG_LEVEL", "y", "LEITAI_Z", "z")))
                .hasMessageContaining("LEITAI_HTTP_PORT")
                .hasMessageContaining("LEITAI_LOG_LEVEL")
                .hasMessageContaining("LEITAI_Z");
    }

    @Test
    void half_of_a_pair_is_refused() {
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_TLS_KEY", "key.pem")))
                .hasMessage("LEITAI_TLS_KEY is set, LEITAI_TLS_CERTIFICATE is not: they go together");
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_PG_OWNER_URI", PG)))
                .hasMessageStartingWith("LEITAI_PG_OWNER_URI is set, LEITAI_PG_URI is not");
    }

    @Test
    void the_report_shows_where_but_no_secret() {
        String report = Settings.of(
                        Map.of("LEITAI_PG_URI", PG, "LEITAI_REDIS_URI", "redis://:hush@r.example:6379", "OTHER", "x"))
                .report();

        assertThat(report)
                .contains("LEITAI_PG_URI=postgresql://leitai:***@db.example:6543/contest ")
                .contains("LEITAI_REDIS_URI=redis://:***@r.example:6379")
                .contains("presets: LEITAI_DATA=data")
                .doesNotContain("s3cr", "hush", "OTHER");
    }

    @Test
    void a_wrong_address_is_not_repeated_with_its_password() {
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_PG_URI", "postgresql://leitai:hush@db.example")))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Settings.of(Map.of("LEITAI_PG_URI", "postgresql://leitai:hu sh@db.example/x")))
                .hasMessageNotContaining("hu sh");
    }
}
