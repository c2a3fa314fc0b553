package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contests made through the public API, with seats whose sessions the load client uses. */
final class World {
    private static final int DISCIPLINES_A_CONTEST = 100;

    private final Program program;
    private final Api organiser;
    private final List<String> contests = new ArrayList<>();

    /** Needs the first organiser's password, so a database that was empty. */
    World(Program program) throws IOException {
        this.program = program;
        this.organiser = new Api(program.uri());
        organiser.signIn("session", json("login", "admin", "password", program.password()));
        contests.add(contest());
    }

    private String contest() {
        String contest = organiser
                .post("contests", json("title", json("zh", "压力测试演讲比赛"), "level", "city", "firstDay",
                        "2026-11-23", "lastDay", "2026-11-23"))
                .getString("id");
        organiser.post("contests/" + contest + "/units",
                json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        return contest;
    }

    /** Everybody may look. */
    void publish() {
        contests.forEach(contest -> organiser.post("contests/" + contest + "/publish", new JsonObject()));
    }

    /** A speech contest whose stage is open. */
    Discipline discipline(String code, int entries, int judges) {
        return discipline(contests.getFirst(), code, entries, judges);
    }

    private Discipline discipline(String contest, String code, int entries, int judges) {
        String id = organiser
                .post("contests/" + contest + "/disciplines",
                        json("code", code, "titleZh", "演讲" + code, "rulebook", "speech"))
                .getString("id");
        StringBuilder csv = new StringBuilder("姓名,单位,作品\n");
        for (int i = 1; i <= entries; i++) {
            csv.append("示例选手").append(i).append(",任城示例厂,作品").append(i).append('\n');
        }
        String preview = organiser
                .upload("contests/" + contest + "/imports/entries?discipline=" + id, csv.toString())
                .getString("importId");
        organiser.post("contests/" + contest + "/imports/" + preview + "/apply", new JsonObject());
        organiser.post("disciplines/" + id + "/draw-order", json("seed", "load " + code));
        organiser.post("disciplines/" + id + "/stages/speech/open", new JsonObject());
        List<Api> tablets = new ArrayList<>();
        for (int judge = 1; judge <= judges; judge++) {
            tablets.add(tablet(id, judge));
        }
        return new Discipline(id, tablets);
    }

    /** Several of them, a few at a time, in as many contests as they need. */
    List<Discipline> disciplines(String prefix, int count, int entries) {
        while (contests.size() * DISCIPLINES_A_CONTEST < count) {
            contests.add(contest());
        }
        try (var hands = Executors.newFixedThreadPool(8)) {
            var made = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> discipline(
                            contests.get((i - 1) / DISCIPLINES_A_CONTEST), prefix + i, entries, 1), hands))
                    .toList();
            return made.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Which of two nodes keeps it: the one that the stream's head names. */
    int keeperOf(Discipline discipline, Servers servers, List<Program> nodes) {
        Api asking = organiser;
        for (int attempt = 0; attempt < 200; attempt++) {
            String owner = servers.sql("failover", "select owner from stream_head where stream = '" + discipline.id() + "'").strip();
            for (Object one : asking.get("installation").getJsonArray("nodes")) {
                JsonObject node = (JsonObject) one;
                for (int i = 0; i < nodes.size(); i++) {
                    if (node.getString("node").equals(owner) && node.getString("address").equals(nodes.get(i).uri().getAuthority())) {
                        return i;
                    }
                }
            }
            Shell.pause(100);
        }
        throw new IllegalStateException("nobody keeps " + discipline.id());
    }

    private Api tablet(String discipline, int judge) {
        String seats = "disciplines/" + discipline + "/seats";
        String seat = organiser
                .post(seats, json("label", Integer.toString(judge), "role", "judge"))
                .getString("id");
        organiser.post(seats + "/" + seat + "/fill", json("name", "示例评委" + judge));
        String card = organiser.post(seats + "/" + seat + "/card", new JsonObject()).getString("code");
        Api tablet = new Api(program.uri());
        tablet.signIn("seat-session", json("code", card, "device", UUID.randomUUID().toString()));
        return tablet;
    }

    /** What the load client marks with, a line a seat. */
    static Path seats(Path file, List<Discipline> disciplines) throws IOException {
        var lines = new ArrayList<String>();
        for (Discipline discipline : disciplines) {
            String subjects = String.join(",", discipline.subjects());
            discipline.tablets().forEach(tablet -> lines.add(
                    String.join(" ", discipline.id(), tablet.session(), tablet.csrf(), subjects)));
        }
        return Files.write(file, lines);
    }

    static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }

    /** A discipline and the tablets of its judges. */
    record Discipline(String id, List<Api> tablets) {
        List<String> subjects() {
            return tablets.getFirst().get("seat/assignment").getJsonArray("subjects").stream()
                    .map(subject -> ((JsonObject) subject).getString("number"))
                    .collect(Collectors.toList());
        }
    }
}
