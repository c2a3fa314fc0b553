package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<String> ended = new ArrayList<>();
    private final Running running = new Running();

    @Test
    void parts_end_in_reverse_order_and_once() throws Exception {
        running.start(() -> part("database"));
        running.start(() -> part("program"));

        running.close();
        running.close();

        assertThat(ended).containsExactly("program", "database");
    }

    @Test
    void a_part_that_fails_to_end_does_not_keep_the_others() throws Exception {
        running.start(() -> part("database"));
        running.start(() -> () -> {
            throw new IllegalStateException("planted");
        });

        running.close();

        assertThat(ended).containsExactly("database");
    }

    @Test
    void nothing_starts_after_the_signal() {
        running.close();
        assertThatThrownBy(() -> running.start(() -> part("late"))).isInstanceOf(InterruptedException.class);
        assertThat(ended).isEmpty();
    }

    private AutoCloseable part(String name) {
        return () -> ended.add(name);
    }
}
