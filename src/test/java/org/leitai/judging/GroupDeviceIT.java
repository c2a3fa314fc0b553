package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.judging.Hall.Tablet;
import org.leitai.judging.domain.Trial;
import org.leitai.testkit.Await;

/** One device for a group of judges: a session a seat, over HTTP with the real arena and real PostgreSQL. */
class GroupDeviceIT extends InHall {
    private Tablet first;

    @BeforeEach
    void begin() throws Exception {
        first = atWork();
    }

    private static String seat(Tablet tablet) {
        return tablet.get("seat/assignment")
                .is(200)
                .body()
                .getJsonObject("seat")
                .getString("label");
    }

    @Test
    void each_seat_of_the_device_marks_and_signs_for_itself() {
        Tablet second = first.beside(hall.card("2"));
        assertThat(seat(first)).isEqualTo("1");
        assertThat(seat(second)).isEqualTo("2");

        String one = key();
        String two = key();
        assertThat(first.send(first.mark(one, "01", "seam", "2")).results()).containsExactly("confirmed");
        assertThat(second.send(second.mark(two, "01", "seam", "3")).results()).containsExactly("confirmed");
        var votes = second.get("seat/assignment")
                .body()
                .getJsonArray("panels")
                .getJsonObject(0)
                .getJsonArray("votes");
        assertThat(votes.stream().map(vote -> ((JsonObject) vote).getString("value")))
                .containsExactly("2", "3");

        second.sign("look", "01", first.pin, two).refused(403, "wrong-pin");
        second.sign("look", "01", second.pin, two).is(200);
        first.sign("look", "01", first.pin, one).is(200);
    }

    @Test
    void a_seat_in_use_elsewhere_asks_first_and_leaves_the_others_where_they_are() throws Exception {
        JsonObject card = hall.card("2");
        Tablet second = first.beside(card);
        Tablet own = hall.seat("3", "judge");

        own.ask(card, false).refused(409, "seat-in-use");
        own.ask(card, true).is(201);
        Await.until("seat 2 is gone", () -> second.get("seat/assignment").status() == 401);
        assertThat(seat(first)).isEqualTo("1");
        first.ask(card, true).is(201);
        assertThat(seat(second)).isEqualTo("2");
    }

    @Test
    void a_seat_leaves_alone_and_the_first_takes_all_along() {
        JsonObject card = hall.card("2");
        Tablet second = first.beside(card);
        second.delete("session").is(204);
        second.get("seat/assignment").refused(401, "sign-in-first");
        assertThat(seat(first)).isEqualTo("1");

        assertThat(seat(first.beside(card))).isEqualTo("2");
        first.delete("session").is(204);
        hall.seat("3", "judge").ask(card, false).is(201);
    }

    @Test
    void only_a_seat_of_the_same_discipline_comes_beside_one() throws Exception {
        JsonObject card = hall.card("2");
        hall.visitor().ask(card, false).refused(401, "sign-in-first");
        hall.organiser().ask(card, false).refused(403, "not-allowed");
        first.ask(first.card, false).refused(409, "seat-not-beside");
        first.ask(card.copy().put("code", "22222222"), false).refused(401, "wrong-code");

        hall.begin(Trial.YAML);
        first.ask(hall.card("1"), false).refused(409, "seat-not-beside");
    }
}
