package org.leitai.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final Map<String, List<String>> NAMES = Map.of(
            "nodes.leitai.test", List.of("172.31.77.11", "172.31.77.12", "fd00::11"),
            "leitai3", List.of("172.31.77.13"));

    @Test
    void a_name_stands_for_all_its_addresses_of_the_own_family() {
        assertThat(addresses("nodes.leitai.test:5701")).containsExactly("172.31.77.11:5701", "172.31.77.12:5701");
    }

    @Test
    void names_and_addresses_may_be_mixed_and_count_once() {
        assertThat(addresses("172.31.77.11:5701", "leitai3:5701", "nodes.leitai.test:5701"))
                .containsExactly("172.31.77.11:5701", "172.31.77.13:5701", "172.31.77.12:5701");
    }

    @Test
    void a_node_that_nobody_knows_now_is_left_out() {
        assertThat(addresses("leitai2:5701", "leitai3:5701")).containsExactly("172.31.77.13:5701");
    }

    @Test
    void without_a_port_there_is_none() {
        assertThat(addresses("leitai3")).containsExactly("172.31.77.13");
    }

    private static List<String> addresses(String... members) {
        return Members.addresses("172.31.77.11", List.of(members), MembersTest::find);
    }

    private static InetAddress[] find(String name) throws UnknownHostException {
        if (name.startsWith("leitai2")) {
            throw new UnknownHostException(name);
        }
        return NAMES.getOrDefault(name, List.of(name)).stream()
                .map(InetAddress::ofLiteral)
                .toArray(InetAddress[]::new);
    }
}
