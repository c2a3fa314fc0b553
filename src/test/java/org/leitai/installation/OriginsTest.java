package org.leitai.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.platform.http.Call.Asked;

class OriginsTest {
    private static final Asked BY_HTTP = new Asked("10.0.0.7", 8080, false);
    private static final Asked BEFORE_THE_MACHINE = new Asked("localhost", 8080, false);

    @Test
    void a_console_opened_over_http_hands_judges_the_https_address_and_phones_the_plain_one() {
        Origins hall = origins(List.of(), List.of("10.0.0.7"), false, false);

        assertThat(hall.secure(BY_HTTP)).isEqualTo("https://10.0.0.7:8443");
        assertThat(hall.open(BY_HTTP)).isEqualTo("http://10.0.0.7:8080");
        assertThat(hall.open(new Asked("10.0.0.7", 8443, true))).isEqualTo("http://10.0.0.7:8080");
    }

    @Test
    void the_configured_name_goes_before_whatever_the_organiser_typed() {
        Origins hall = origins(List.of("hall.example", "10.0.0.7"), List.of("10.0.0.7"), false, false);

        assertThat(hall.secure(BY_HTTP)).isEqualTo("https://hall.example:8443");
        assertThat(hall.secure(BEFORE_THE_MACHINE)).isEqualTo("https://hall.example:8443");
    }

    @Test
    void localhost_is_no_address_for_a_tablet_unless_nothing_else_is_listened_to() {
        Origins hall = origins(List.of(), List.of("10.0.0.7", "10.0.1.7"), false, false);
        Origins alone = origins(List.of(), List.of(), false, false);

        assertThat(hall.secure(BEFORE_THE_MACHINE)).isEqualTo("https://10.0.0.7:8443");
        assertThat(hall.open(new Asked("127.0.0.1", 8080, false))).isEqualTo("http://10.0.0.7:8080");
        assertThat(alone.secure(BEFORE_THE_MACHINE)).isEqualTo("https://localhost:8443");
    }

    @Test
    void where_every_device_trusts_the_certificate_everybody_comes_by_https() {
        assertThat(origins(List.of("hall.example"), List.of(), true, false).open(BY_HTTP))
                .isEqualTo("https://hall.example:8443");
    }

    @Test
    void behind_a_proxy_the_address_is_the_one_the_proxy_was_asked_by() {
        Origins behind = origins(List.of("node-1"), List.of("172.16.0.2"), false, true);

        assertThat(behind.secure(new Asked("contest.example", -1, true))).isEqualTo("https://contest.example");
        assertThat(behind.open(new Asked("contest.example", 8443, true))).isEqualTo("https://contest.example:8443");
        assertThat(behind.secure(new Asked("contest.example", 80, false))).isEqualTo("http://contest.example");
    }

    @Test
    void an_address_of_version_6_stands_in_brackets() {
        Origins hall = origins(List.of(), List.of(), false, false);

        assertThat(hall.secure(new Asked("fd00::7", 8080, false))).isEqualTo("https://[fd00::7]:8443");
        assertThat(hall.secure(new Asked("[fd00::7]", 8080, false))).isEqualTo("https://[fd00::7]:8443");
    }

    private static Origins origins(List<String> names, List<String> addresses, boolean trusted, boolean proxied) {
        return new Origins(names, () -> addresses, () -> 8080, () -> 8443, trusted, proxied);
    }
}
