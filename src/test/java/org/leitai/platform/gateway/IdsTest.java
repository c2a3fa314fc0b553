package org.leitai.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void ids_are_version_7_of_the_common_variant_and_sort_by_time() {
        assertThat(Ids.at(1_700_000_000_000L).version()).isEqualTo(7);
        assertThat(Ids.at(1_700_000_000_000L).variant()).isEqualTo(2);
        assertThat(Ids.at(1_700_000_000_000L).toString())
                .isLessThan(Ids.at(1_700_000_000_001L).toString());
    }
}
