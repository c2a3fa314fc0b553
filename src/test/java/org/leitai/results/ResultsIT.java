package org.leitai.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.judging.Hall;
import org.leitai.judging.Hall.Tablet;
import org.leitai.judging.domain.Commitment;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Trial;
import org.leitai.kernel.Act;
import org.leitai.platform.gateway.Ids;
import org.leitai.testkit.RealServers;

/** From the last signature to the contestant who reads why, over HTTP. */
class ResultsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final byte[] SEED = HexFormat.of().parseHex("17".repeat(Commitment.SEED_BYTES));
    private static final JsonObject NOTHING = new JsonObject();

    private static Hall hall;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        hall = new Hall(SERVERS.appPgUri(), folder);
    }

    @AfterAll
    static void close() throws Exception {
        hall.close();
    }

    private static List<Link> links() {
        return List.of(new Link("01", hall.entry(0)), new Link("02", hall.entry(1)));
    }

    private static void beginOpen() throws Exception {
        hall.begin(Trial.YAML);
        hall.put(new AssignNumbers("*", links()));
    }

    private static void beginSealed() throws Exception {
        hall.begin(Trial.SEALED_YAML);
        hall.put(new AssignNumbers("theory", links()));
        String commitment = Commitment.of(SEED, links());
        hall.put(new SealNumbers("work", List.of("01", "02"), commitment));
        hall.hold(commitment, new Draws.Draw(HexFormat.of().formatHex(SEED), links()));
    }

    /** Theory imported, both judges marked and signed everything; the stages are closed. */
    private static void judgeAll() throws Exception {
        judgeAll("90.5", "10");
    }

    /** Number 01 has 80 in theory and 20 for each size. */
    private static void judgeAll(String theory, String size) throws Exception {
        hall.organiser().post(hall.path("stages/theory/open"), NOTHING).is(200);
        hall.organiser().post(hall.path("stages/work/open"), NOTHING).is(200);
        hall.put(new ImportMarks(
                "theory", Act.NOBODY, List.of(new ImportedMark("01", "", "80"), new ImportedMark("02", "", theory))));
        for (String label : List.of("1", "2")) {
            Tablet judge = hall.seat(label, "judge");
            for (String subject : List.of("01", "02")) {
                mark(judge, "size", subject, List.of("length", "width"), subject.equals("01") ? "20" : size);
                mark(judge, "look", subject, List.of("seam"), "2");
            }
        }
        hall.organiser().post(hall.path("stages/theory/close"), NOTHING).is(200);
        hall.organiser().post(hall.path("lock"), NOTHING).refused(409, "stage-not-closed");
        hall.organiser().post(hall.path("stages/work/close"), NOTHING).is(200);
    }

    private static void mark(Tablet judge, String form, String subject, List<String> aspects, String value) {
        List<String> keys = new ArrayList<>();
        for (String aspect : aspects) {
            String key = Ids.next().toString();
            assertThat(judge.send(judge.mark(key, subject, aspect, value)).results())
                    .containsExactly("confirmed");
            keys.add(key);
        }
        judge.sign(form, subject, judge.pin, keys.toArray(String[]::new)).is(200);
    }

    @Test
    void lots_decide_between_equals() throws Exception {
        beginOpen();
        Tablet chief = hall.seat("裁判长", "chief-judge");
        judgeAll("80", "20");
        hall.organiser().post(hall.path("lock"), NOTHING).is(200);
        String lots = hall.path("lots");
        assertThat(chief.get(lots).is(200).body().getJsonArray("ties")).hasSize(1);
        chief.post(lots, lots(hall.entry(1), hall.entry(0))).is(200);
        assertThat(chief.get(lots).is(200).body().getJsonArray("ties")).isEmpty();
        chief.post(hall.path("issue"), pin(chief.pin)).is(200);
        hall.organiser().post(hall.path("announce"), NOTHING).is(200);
        var first = hall.visitor()
                .get(hall.path("results"))
                .is(200)
                .body()
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(first.getString("entry")).isEqualTo(hall.entry(1).toString());
        assertThat(first.getInteger("rank")).isEqualTo(1);
    }

    @Test
    void results_are_locked_issued_announced_and_explained() throws Exception {
        beginOpen();
        Tablet chief = hall.seat("裁判长", "chief-judge");
        var contestant = hall.contestant(0);
        judgeAll();
        assertThat(contestant.get("me/result").is(200).body().getBoolean("released"))
                .isFalse();
        hall.organiser().get(hall.path("results")).refused(409, "results-not-issued");
        chief.post(hall.path("issue"), pin(chief.pin)).refused(409, "results-not-locked");

        hall.organiser().post(hall.path("lock"), NOTHING).is(200);
        hall.organiser().post(hall.path("announce"), NOTHING).refused(409, "results-not-issued");
        chief.post(hall.path("adjustments"), adjustment()).refused(409, "results-locked");
        chief.post(hall.path("lots"), lots(hall.entry(1), hall.entry(1))).refused(409, "bad-lots");
        chief.post(hall.path("lots"), lots(hall.entry(1), hall.entry(0))).refused(409, "bad-lots");
        chief.post(hall.path("issue"), pin("0000000")).refused(403, "wrong-pin");
        hall.organiser().post(hall.path("issue"), pin("1")).refused(403, "not-allowed");
        chief.post(hall.path("issue"), pin(chief.pin)).is(200);
        chief.post(hall.path("issue"), pin(chief.pin)).refused(409, "results-issued");
        chief.post(hall.path("lots"), lots(hall.entry(1), hall.entry(0))).refused(409, "results-issued");
        hall.visitor().get(hall.path("results")).refused(401, "sign-in-first");
        hall.organiser().post(hall.path("announce"), NOTHING).is(200);

        var table = hall.visitor().get(hall.path("results")).is(200).body();
        var first = table.getJsonArray("rows").getJsonObject(0);
        assertThat(first.getString("entry")).isEqualTo(hall.entry(0).toString());
        assertThat(first.getInteger("rank")).isEqualTo(1);
        assertThat(first.getJsonObject("stages").getString("theory")).isEqualTo("80");
        // 0.3 × 80 + 0.7 × (20 + 20 + 40 × 2/3) = 24 + 46.666…
        assertThat(first.getString("total")).isEqualTo("70.67");
        assertThat(first.getString("name")).isNotEmpty();
        assertThat(table.getString("recordHash")).hasSize(64);

        var own = contestant.get("me/result").is(200).body();
        assertThat(own.getBoolean("released")).isTrue();
        assertThat(own.getInteger("rank")).isEqualTo(1);
        assertThat(own.getJsonObject("explanation").encode()).contains("理论知识").contains("焊缝");
        assertThat(own.encode()).doesNotContain(hall.entry(1).toString());
        var why = hall.organiser()
                .get(hall.path("results/" + hall.entry(0) + "/explanation"))
                .is(200)
                .body();
        assertThat(why).isEqualTo(own.getJsonObject("explanation"));
        contestant.get(hall.path("results/" + hall.entry(1) + "/explanation")).refused(403, "not-allowed");
        hall.organiser()
                .get(hall.path("results/" + Ids.next() + "/explanation"))
                .refused(404, "not-found");
    }

    @Test
    void a_contestants_page_is_nobody_elses() {
        hall.visitor().get("me/result").refused(401, "sign-in-first");
        hall.organiser().get("me/result").refused(403, "not-allowed");
    }

    @Test
    void two_officers_open_sealed_identities_after_locking() throws Exception {
        beginSealed();
        Tablet chief = hall.seat("裁判长", "chief-judge");
        var officer = hall.staff("encryption-officer");
        var supervisor = hall.staff("supervisor");
        judgeAll();
        JsonObject work = new JsonObject().put("stage", "work");
        officer.post(hall.path("opening"), work).refused(409, "results-not-locked");
        hall.organiser().post(hall.path("lock"), NOTHING).is(200);
        chief.post(hall.path("issue"), pin(chief.pin)).refused(409, "identities-sealed");
        chief.post(hall.path("lots"), lots(hall.entry(1), hall.entry(0))).refused(409, "identities-sealed");

        hall.organiser().post(hall.path("opening"), work).refused(403, "not-allowed");
        officer.post(hall.path("opening"), new JsonObject().put("stage", "theory"))
                .refused(409, "stage-not-sealed");
        assertThat(officer.post(hall.path("opening"), work).is(200).body().getString("state"))
                .isEqualTo("proposed");
        assertThat(officer.post(hall.path("opening"), work).is(200).body().getString("state"))
                .isEqualTo("proposed");
        var second = hall.staff("encryption-officer");
        second.post(hall.path("opening"), work).refused(409, "same-officer");
        assertThat(supervisor.post(hall.path("opening"), work).is(200).body().getString("state"))
                .isEqualTo("opened");
        chief.post(hall.path("issue"), pin(chief.pin)).is(200);
        assertThat(chief.get(hall.path("results"))
                        .is(200)
                        .body()
                        .getJsonArray("rows")
                        .getJsonObject(0)
                        .getString("total"))
                .isEqualTo("70.67");
    }

    @Test
    void a_draw_that_is_not_the_sealed_one_opens_nothing() throws Exception {
        beginSealed();
        var officer = hall.staff("encryption-officer");
        var supervisor = hall.staff("supervisor");
        judgeAll();
        hall.organiser().post(hall.path("lock"), NOTHING).is(200);
        JsonObject work = new JsonObject().put("stage", "work");
        officer.post(hall.path("opening"), work).is(200);
        String commitment = Commitment.of(SEED, links());
        var swapped = List.of(new Link("02", hall.entry(0)), new Link("01", hall.entry(1)));
        hall.hold(commitment, new Draws.Draw(HexFormat.of().formatHex(SEED), swapped));

        supervisor.post(hall.path("opening"), work).refused(409, "commitment-mismatch");
        hall.lose(commitment);
        supervisor.post(hall.path("opening"), work).refused(409, "draw-missing");
    }

    private static JsonObject adjustment() {
        return new JsonObject()
                .put("stage", "work")
                .put("subject", "01")
                .put("node", "seam")
                .put("by", "1")
                .put("reason", "示例理由");
    }

    private static JsonObject lots(UUID... order) {
        return new JsonObject()
                .put("order", new JsonArray(Stream.of(order).map(UUID::toString).toList()))
                .put("reason", "抽签");
    }

    private static JsonObject pin(String pin) {
        return new JsonObject().put("pin", pin);
    }
}
