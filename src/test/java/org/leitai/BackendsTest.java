package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.PgAddress;

class BackendsTest {

    @Test
    void an_address_is_read_with_its_encoded_parts() {
        assertThat(Backends.address("postgresql://own%20er:p%40ss@db.example:6543/contest"))
                .isEqualTo(new PgAddress("db.example", 6543, "contest", "own er", "p@ss"));
    }

    @Test
    void without_a_port_the_usual_one_is_meant() {
        assertThat(Backends.address("postgresql://u:p@db.example/contest").port())
                .isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example",
                "postgresql://db.example/contest",
                "postgresql://u@db.example/contest",
                "postgresql://u:p@db.example/",
                "postgresql://u:p w@db.example/contest"
            })
    void an_address_that_lacks_something_is_answered_with_its_form(String uri) {
        assertThatThrownBy(() -> Backends.address(uri))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgresql://user:password@host:port/database");
    }
}
