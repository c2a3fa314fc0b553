package org.leitai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** The whole contest day, fast: what is in it, and that nobody who takes a seat can keep it from ending. */
class DemonstrationIT {
    private static final double TIMES = 400;
    private static final Duration DAY = Duration.ofMinutes(4);

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private static LeitaiNode node;
    private static Notes notes;
    private static Visitor organiser;

    @BeforeAll
    static void play() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        Path file = folder.resolve("demo.json");
        Demonstration day = new Demonstration(node.http(), file, TIMES);
        day.prepare(node.login(), node.password());
        notes = Notes.read(file).orElseThrow();
        organiser = node.organiser();
        takeASeatAndLeaveIt();
        day.play();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** With the printed card, from a device of one's own; nothing is marked. */
    private static void takeASeatAndLeaveIt() throws InterruptedException {
        node.visitor()
                .signIn(
                        "seat-session",
                        new JsonObject()
                                .put(
                                        "code",
                                        notes.discipline("W").seats().getFirst().code())
                                .put("device", UUID.randomUUID().toString()));
    }

    private static JsonArray entries(String code) throws InterruptedException {
        return organiser
                .get("contests/" + notes.contest() + "/entries?discipline="
                        + notes.discipline(code).id() + "&state=approved")
                .getJsonArray("entries");
    }

    @Test
    void each_discipline_has_24_entries_or_more_of_people_who_are_visibly_made_up() throws Exception {
        for (String code : List.of("W", "R", "Y")) {
            assertThat(entries(code)).as(code).hasSizeGreaterThanOrEqualTo(24);
            assertThat(entries(code).stream().map(entry -> ((JsonObject) entry).getString("name")))
                    .allMatch(name -> name.matches("|.*(示例|样本|试样).*"));
        }
    }

    @Test
    void all_fifteen_delegations_of_the_city_take_part_and_welding_has_two_divisions() throws Exception {
        assertThat(entries("R").stream()
                        .map(entry -> ((JsonObject) entry).getString("delegation"))
                        .collect(Collectors.toSet()))
                .hasSize(
                        organiser.get("delegations").getJsonArray("delegations").size())
                .hasSize(15);
        Map<String, Long> divisions = entries("W").stream()
                .map(entry -> ((JsonObject) entry).getString("division"))
                .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting()));
        assertThat(divisions.keySet()).containsExactlyInAnyOrder("staff", "student");
    }

    @Test
    void the_day_ends_with_three_announcements_although_a_seat_was_taken_and_left() throws Exception {
        for (Notes.Discipline discipline : notes.disciplines()) {
            Await.until(discipline.code() + " is announced", DAY, () -> announced(discipline));
        }
        assertThat(results("W").stream().map(row -> ((JsonObject) row).getJsonObject("stages")))
                .allMatch(stages -> stages.fieldNames().containsAll(List.of("theory", "practical")));
        assertThat(sheets("W")).hasSizeGreaterThanOrEqualTo(28 * 5).allMatch("signed"::equals);
        assertThat(sheets("R")).hasSizeGreaterThanOrEqualTo(24 * 6).allMatch("signed"::equals);
        assertThat(sheets("Y")).hasSizeGreaterThanOrEqualTo(24 * 8).allMatch("signed"::equals);
    }

    @Test
    void everybody_has_come_and_stood_in_the_call_room_when_the_day_is_over() throws Exception {
        for (String code : List.of("W", "R")) {
            Await.until(code + " is announced", DAY, () -> announced(notes.discipline(code)));
            assertThat(entries(code).stream().map(JsonObject.class::cast))
                    .as(code)
                    .allMatch(entry -> entry.containsKey("arrived") && entry.containsKey("called"));
        }
    }

    /** The console's CSV is made of this table, so what has left the table is in no export. */
    @Test
    void an_erased_contestant_leaves_the_published_table_and_the_rank_stays() throws Exception {
        Await.until("speech is announced", DAY, () -> announced(notes.discipline("Y")));
        JsonObject before = results("Y").getJsonObject(0);
        JsonObject entry = entries("Y").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(before.getString("entry")))
                .findFirst()
                .orElseThrow();

        organiser.delete("contests/" + notes.contest() + "/people/"
                + entry.getJsonArray("members").getJsonObject(0).getString("id"));

        assertThat(results("Y").encode()).doesNotContain(before.getString("name"));
        assertThat(results("Y").getJsonObject(0).getInteger("rank")).isEqualTo(before.getInteger("rank"));
        assertThat(results("Y").getJsonObject(0).getString("total")).isEqualTo(before.getString("total"));
    }

    private static boolean announced(Notes.Discipline discipline) throws InterruptedException {
        return organiser
                .get("disciplines/" + discipline.id())
                .getString("state")
                .equals("announced");
    }

    private static JsonArray results(String code) throws InterruptedException {
        return organiser
                .get("disciplines/" + notes.discipline(code).id() + "/results")
                .getJsonArray("rows");
    }

    private static List<String> sheets(String code) throws InterruptedException {
        return organiser.get("disciplines/" + notes.discipline(code).id() + "/progress").getJsonArray("sheets").stream()
                .map(sheet -> ((JsonObject) sheet).getString("state"))
                .toList();
    }
}
