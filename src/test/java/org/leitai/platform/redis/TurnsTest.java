package org.leitai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2);
    private final List<String> came = new ArrayList<>();

    @Test
    void so_many_go_at_once_and_the_others_in_the_order_in_which_they_came() {
        List.of("a", "b", "c", "d").forEach(this::take);
        assertThat(came).containsExactly("a", "b");
        turns.done();
        assertThat(came).containsExactly("a", "b", "c");
        take("e");
        turns.done();
        turns.done();
        assertThat(came).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void turns_that_nobody_waits_for_are_kept() {
        take("a");
        turns.done();
        List.of("b", "c", "d").forEach(this::take);
        assertThat(came).containsExactly("a", "b", "c");
    }

    private void take(String who) {
        turns.take().onSuccess(turn -> came.add(who));
    }
}
