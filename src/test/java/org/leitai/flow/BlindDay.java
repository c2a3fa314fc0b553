package org.leitai.flow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;

/**
 * A small contest with an open theory stage and a sealed practical one, judged by one judge, with everybody looking at everything they
 * can reach after every act: the judge's tablet, the public's pages and stream, contestants, and the organiser.
 */
final class BlindDay implements AutoCloseable {
    private static final List<String> NAMES = List.of("示例甲", "示例乙", "示例丙");
    private static final String OFFICER_PASSWORD = "a long pass phrase 1";
    private static final String RULES = """
            rulebook: blind-day
            version: "1"
            title: {zh: 焊工, en: Welder}
            kind: skill
            publicity: at-once
            total: {round: 2}
            stages:
              - id: theory
                title: {zh: 理论知识, en: Theory}
                identity: open
                weight: 30%
                max: 100
                aspects: [{id: paper, title: {zh: 理论成绩, en: Paper}, max: 100, decimals: 1}]
              - id: practical
                title: {zh: 操作技能, en: Practical}
                identity: sealed
                weight: 70%
                max: 100
                aspects: [{id: weld, title: {zh: 焊缝, en: Weld}, max: 100, decimals: 1}]
            """;

    /** Blind numbers with what the judge marks under them. */
    static final Map<String, String> MARKS = new TreeMap<>(Map.of("K1", "91.5", "K2", "78", "K3", "64"));

    final Visitor organiser;
    final Visitor officer;
    final Visitor supervisor;
    final Visitor judge;
    final String discipline;
    private final LeitaiNode node;
    private final String contest;
    private final String pin;
    private final Visitor spectator;
    private final Viewer stream;
    private final List<Visitor> contestants = new ArrayList<>();
    private final Disguise disguise = new Disguise();
    private final List<String> observed = new ArrayList<>();

    /** Sets the contest up; {@code numberOf} says which blind number each of the three gets. */
    BlindDay(LeitaiNode node, Visitor organiser, String suffix, List<String> numberOf) throws Exception {
        this.node = node;
        this.organiser = organiser;
        contest = organiser
                .post(
                        "contests",
                        json("title", json("zh", "盲评竞赛"), "level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"))
                .getString("id");
        discipline = organiser
                .post("contests/" + contest + "/disciplines", json("code", "W", "titleZh", "焊工", "rulebookYaml", RULES))
                .getString("id");
        organiser.post("contests/" + contest + "/units", json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        List<String> entries = new ArrayList<>();
        for (String name : NAMES) {
            JsonObject entry = json("discipline", discipline, "name", name, "unit", "任城示例厂");
            entries.add(
                    organiser.post("contests/" + contest + "/entries", entry).getString("id"));
        }
        organiser.post(path("draw-order"), json("seed", fairSeed(entries)));
        officer = appointed("encryption-officer", "officer" + suffix);
        supervisor = appointed("supervisor", "supervisor" + suffix);
        JsonArray numbers = new JsonArray();
        for (int i = 0; i < entries.size(); i++) {
            numbers.add(json("entry", entries.get(i), "number", numberOf.get(i)));
        }
        officer.post(path("stages/practical/blind-numbers"), json("mode", "typed", "numbers", numbers));
        organiser.post("contests/" + contest + "/publish", new JsonObject());
        for (String entry : entries) {
            JsonObject slip = organiser.post("contests/" + contest + "/entries/" + entry + "/code", new JsonObject());
            Visitor contestant = node.visitor();
            contestant.signIn("entry-session", slip);
            contestants.add(contestant);
        }
        JsonObject card = seat("judge", "1");
        judge = node.visitor();
        judge.signIn(
                "seat-session",
                json("code", card.getString("code"), "device", UUID.randomUUID().toString()));
        pin = card.getString("pin");
        spectator = node.visitor();
        stream = Viewer.of(node.http(), discipline + "/public");
        stream.await(frame -> frame.getString("kind").equals("snapshot"));
    }

    /** Both stages are marked and signed, and everybody looks after each act. */
    void judgeEverything() throws Exception {
        organiser.post(path("stages/theory/open"), new JsonObject());
        organiser.post(path("stages/practical/open"), new JsonObject());
        stream.await(frame -> frame.getJsonArray("stages", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .filter(stage -> stage.getString("state").equals("open"))
                        .count()
                == 2);
        int before = stream.seen().size();
        look("opened", 0);
        int done = 0;
        for (String number : subjects("theory")) {
            mark("theory", number, "paper", "8" + number.charAt(number.length() - 1), ++done);
        }
        for (var mark : MARKS.entrySet()) {
            mark("practical", mark.getKey(), "weld", mark.getValue(), ++done);
        }
        // How many frames carry what was set up before is a matter of time; the page asked for above shows all of it.
        stream.seen().stream().skip(before).forEach(frame -> observed.add("frame " + disguise.of(frame)));
    }

    /** The order in which things were seen, by everyone, with ids in disguise. */
    List<String> observed() {
        return List.copyOf(observed);
    }

    String path(String rest) {
        return "disciplines/" + discipline + "/" + rest;
    }

    JsonObject seat(String role, String label) throws InterruptedException {
        String id = organiser
                .post(path("seats"), json("label", label, "role", role))
                .getString("id");
        organiser.post(path("seats/" + id + "/fill"), json("name", "示例裁判"));
        return organiser.post(path("seats/" + id + "/card"), new JsonObject());
    }

    private Visitor appointed(String role, String login) throws InterruptedException {
        JsonObject account =
                organiser.post("accounts", json("login", login, "password", OFFICER_PASSWORD, "name", "示例"));
        organiser.post("contests/" + contest + "/roles", json("account", account.getString("id"), "role", role));
        Visitor visitor = node.visitor();
        visitor.signIn("session", json("login", login, "password", OFFICER_PASSWORD));
        return visitor;
    }

    private List<String> subjects(String stage) throws InterruptedException {
        return judge.get("seat/assignment").getJsonArray("subjects").stream()
                .map(JsonObject.class::cast)
                .filter(subject -> subject.getString("stage").equals(stage))
                .map(subject -> subject.getString("number"))
                .toList();
    }

    private void mark(String stage, String number, String aspect, String value, int done) throws Exception {
        String key = UUID.randomUUID().toString();
        JsonObject mark = json("key", key, "stage", stage, "subject", number, "aspect", aspect, "value", value)
                .put("actMicros", 1_790_000_000_000_000L);
        JsonObject answer = judge.post(path("marks"), json("marks", new JsonArray().add(mark)));
        observe("answer", answer);
        stream.await(frame -> progress(frame, "marked") == done);
        look("marked " + number, answer.getJsonArray("results").getJsonObject(0).getLong("seq"));
        JsonObject signature = json("key", UUID.randomUUID().toString(), "stage", stage, "form", stage)
                .put("subject", number)
                .put("marks", new JsonArray().add(key))
                .put("pin", pin);
        JsonObject signed = judge.post(path("sheets/sign"), signature);
        observe("signed", signed);
        stream.await(frame -> progress(frame, "signed") == done);
        look("signed " + number, signed.getLong("seq"));
    }

    private static int progress(JsonObject frame, String what) {
        JsonObject head = frame.getJsonObject("head", new JsonObject());
        return head.getJsonObject("progress", new JsonObject()).getInteger(what, -1);
    }

    /** Everybody looks once everything that follows from an act has arrived everywhere. */
    private void look(String act, long seq) throws InterruptedException {
        observed.add("after " + act);
        settle(seq);
        ask("tablet", judge, "seat/assignment");
        ask("public", spectator, "boards/" + discipline);
        ask("public", spectator, "boards/" + discipline + "/page?division=");
        for (Visitor contestant : contestants) {
            ask("contestant", contestant, "me/place");
            ask("contestant", contestant, "me/registration");
            ask("contestant", contestant, "me/result");
        }
        ask("staff", organiser, "boards/" + discipline + "?audience=staff");
        ask("staff", organiser, "boards/" + discipline + "/page?audience=staff&division=");
        ask("staff", organiser, path("progress"));
        ask("staff", organiser, "contests/" + contest + "/entries?q=K1");
        ask("staff", organiser, path("results"));
        ask("staff", organiser, path("stages/practical/blind-numbers"));
        ask("tablet", judge, path("stages/practical/blind-numbers"));
    }

    /** Frames are conflated and Redis follows them, so the staff's board and its stored rows are asked for until they are there. */
    private void settle(long seq) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            JsonObject board = organiser.get("boards/" + discipline + "?audience=staff");
            boolean same = stored(board).equals(rows(board));
            if (board.getLong("seq") >= seq && same) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the staff's board never reached " + seq);
    }

    /** What Redis holds: a row and all its neighbours. */
    private Set<Object> stored(JsonObject board) throws InterruptedException {
        if (rows(board).isEmpty()) {
            return rows(board);
        }
        String first = board.getJsonArray("rows").getJsonObject(0).getString("id");
        return rows(organiser.get("boards/" + discipline + "/rows/" + first + "/neighbours?audience=staff&each=50"));
    }

    /** The staff's board once it ranks somebody. */
    JsonObject ranked() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            JsonObject board = organiser.get("boards/" + discipline + "?audience=staff");
            if (rows(board).stream().anyMatch(row -> ((JsonObject) row).getInteger("rank", 0) == 1)) {
                return board;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody was ranked");
    }

    private static Set<Object> rows(JsonObject answer) {
        return answer.getJsonArray("rows", new JsonArray()).stream().collect(Collectors.toSet());
    }

    /** A seed by which the three appear in the order of their entries, so that two days differ in the sealed mapping alone. */
    private static String fairSeed(List<String> entries) {
        for (int i = 0; ; i++) {
            String seed = "lottery " + i;
            List<String> order = entries.stream()
                    .sorted(Comparator.comparing(entry -> sha256(seed + ":" + entry)))
                    .toList();
            if (order.equals(entries)) {
                return seed;
            }
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(String who, Visitor visitor, String question) throws InterruptedException {
        try {
            observe(who, visitor.get(question));
        } catch (Visitor.Refused refused) {
            observed.add(who + " refused " + refused.code());
        }
    }

    private void observe(String who, JsonObject answer) {
        observed.add(who + " " + disguise.of(answer));
    }

    static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
