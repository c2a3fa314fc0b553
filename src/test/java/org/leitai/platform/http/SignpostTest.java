package org.leitai.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.platform.http.Signpost.Way;

class SignpostTest {
    private final Signpost<String> signpost = new Signpost<>();

    @BeforeEach
    void putUp() {
        signpost.add(HttpMethod.GET, "/api/people", "people");
        signpost.add(HttpMethod.POST, "/api/people", "new person");
        signpost.add(HttpMethod.GET, "/api/people/{person}", "person");
        signpost.add(HttpMethod.GET, "/api/people/me", "me");
        signpost.add(HttpMethod.GET, "/api/people/{somebody}/marks/{mark}", "mark");
        signpost.add(HttpMethod.GET, "/api/people/me/card", "card");
    }

    @Test
    void an_address_leads_to_what_stands_there_for_its_method() {
        assertThat(signpost.find(HttpMethod.GET, "/api/people")).isEqualTo(to("people", Map.of()));
        assertThat(signpost.find(HttpMethod.POST, "/api/people")).isEqualTo(to("new person", Map.of()));
        assertThat(signpost.find(HttpMethod.GET, "/api/people/")).isEqualTo(to("people", Map.of()));
    }

    @Test
    void a_parameter_has_the_name_that_its_own_path_gives_it() {
        assertThat(signpost.find(HttpMethod.GET, "/api/people/7%2F8"))
                .isEqualTo(to("person", Map.of("person", "7%2F8")));
        assertThat(signpost.find(HttpMethod.GET, "/api/people/7/marks/9"))
                .isEqualTo(to("mark", Map.of("somebody", "7", "mark", "9")));
    }

    @Test
    void a_name_goes_before_a_parameter_unless_it_leads_nowhere() {
        assertThat(signpost.find(HttpMethod.GET, "/api/people/me")).isEqualTo(to("me", Map.of()));
        assertThat(signpost.find(HttpMethod.GET, "/api/people/me/marks/1"))
                .isEqualTo(to("mark", Map.of("somebody", "me", "mark", "1")));
    }

    @Test
    void what_is_missing_is_told_from_what_has_other_methods() {
        assertThat(signpost.find(HttpMethod.DELETE, "/api/people"))
                .isEqualTo(new Way.OtherMethods<String>(List.of(HttpMethod.GET, HttpMethod.POST)));
        for (String path :
                List.of("/", "/api", "/api/people/1/marks", "/api/people/1/marks/2/3", "/api/people//marks/2", "//")) {
            assertThat(signpost.find(HttpMethod.GET, path)).as(path).isEqualTo(new Way.Nowhere<String>());
        }
    }

    @Test
    void nothing_stands_twice() {
        assertThatThrownBy(() -> signpost.add(HttpMethod.GET, "/api/people/{other}", "again"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/api/people/{other}");
    }

    private static Way<String> to(String target, Map<String, String> parameters) {
        return new Way.To<>(target, parameters);
    }
}
