package org.leitai.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The organiser's morning: contest, people, draws, seats, as it would be done in the console. */
final class SetUp {
    private static final String CSV = "text/csv";

    /** Nobody plans a session for 09:03. */
    private static final long GRID_S = 300;

    private final Visitor organiser;
    private final Visitor encryption;
    private final Instant begin;
    private String contest = "";

    SetUp(Visitor organiser, Visitor encryption, Instant now) {
        this.organiser = organiser;
        this.encryption = encryption;
        this.begin = Instant.ofEpochSecond(now.getEpochSecond() / GRID_S * GRID_S);
    }

    /** Does everything once. */
    Notes prepare(String password) throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(begin, ZoneId.systemDefault());
        contest = organiser
                .post(
                        "contests",
                        new JsonObject()
                                .put(
                                        "title",
                                        new JsonObject()
                                                .put("zh", "济宁市职工职业技能竞赛（演示）")
                                                .put("en", "Jining workers' skills contest (demonstration)"))
                                .put("level", "city")
                                .put("firstDay", today.toString())
                                .put("lastDay", today.plusDays(1).toString())
                                .put("office", "370000/370800")
                                .put("venue", "示例体育馆"))
                .getString("id");
        List<String> ids = new ArrayList<>();
        for (Script script : Script.all()) {
            ids.add(addDiscipline(script));
        }
        appointOfficers();
        importFile("imports/units", resource("units.csv"));
        List<Notes.Discipline> disciplines = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            disciplines.add(fill(Script.all().get(i), ids.get(i)));
        }
        organiser.post("contests/" + contest + "/publish", new JsonObject());
        for (String discipline : ids) {
            arrive(discipline);
        }
        JsonObject slip = organiser.post(
                "contests/" + contest + "/entries/" + someEntry(ids.getLast()) + "/code", new JsonObject());
        return new Notes(contest, password, disciplines, slip.getString("number"), slip.getString("code"));
    }

    private String addDiscipline(Script script) throws InterruptedException {
        return organiser
                .post(
                        "contests/" + contest + "/disciplines",
                        new JsonObject()
                                .put("code", script.code())
                                .put("titleZh", script.titleZh())
                                .put("titleEn", script.titleEn())
                                .put("rulebook", script.rulebook()))
                .getString("id");
    }

    private void appointOfficers() throws InterruptedException {
        appoint(Notes.ENCRYPTION_OFFICER, "示例加密裁判", "encryption-officer");
        appoint(Notes.SUPERVISOR, "示例监督员", "supervisor");
        encryption.signIn(
                "session",
                new JsonObject().put("login", Notes.ENCRYPTION_OFFICER).put("password", Notes.OFFICER_PASSWORD));
    }

    private void appoint(String login, String name, String role) throws InterruptedException {
        JsonObject account = organiser.post(
                "accounts",
                new JsonObject()
                        .put("login", login)
                        .put("password", Notes.OFFICER_PASSWORD)
                        .put("name", name));
        organiser.post(
                "contests/" + contest + "/roles",
                new JsonObject().put("account", account.getString("id")).put("role", role));
    }

    private Notes.Discipline fill(Script script, String discipline) throws InterruptedException {
        importFile("imports/entries?discipline=" + discipline, resource(script.entriesFile()));
        organiser.post(
                "disciplines/" + discipline + "/draw-order", new JsonObject().put("seed", "demo " + script.code()));
        plan(script, discipline);
        if (script.code().equals("W")) {
            encryption.post(
                    "disciplines/" + discipline + "/stages/practical/blind-numbers",
                    new JsonObject().put("mode", "sealed"));
            organiser.post("disciplines/" + discipline + "/stages/theory/open", new JsonObject());
            importFile("imports/theory?discipline=" + discipline, theoryResults(discipline));
            organiser.post("disciplines/" + discipline + "/stages/theory/close", new JsonObject());
        }
        List<Notes.Seat> seats = new ArrayList<>();
        for (Script.Chair chair : script.chairs()) {
            seats.add(seat(discipline, chair));
        }
        return new Notes.Discipline(discipline, script.code(), seats);
    }

    private void plan(Script script, String discipline) throws InterruptedException {
        JsonArray sessions = new JsonArray();
        script.plan()
                .forEach(one -> sessions.add(new JsonObject()
                        .put("stage", one.stage())
                        .put("beginsMicros", micros(one.begins()))
                        .put("endsMicros", micros(one.ends()))));
        organiser.post("disciplines/" + discipline + "/sessions", new JsonObject().put("sessions", sessions));
    }

    private long micros(int minutes) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, begin.plus(minutes, ChronoUnit.MINUTES));
    }

    private Notes.Seat seat(String discipline, Script.Chair chair) throws InterruptedException {
        JsonArray forms = new JsonArray();
        chair.forms()
                .forEach(form -> forms.add(new JsonObject()
                        .put("stage", form.substring(0, form.indexOf('/')))
                        .put("form", form.substring(form.indexOf('/') + 1))));
        String seats = "disciplines/" + discipline + "/seats";
        String id = organiser
                .post(
                        seats,
                        new JsonObject()
                                .put("label", chair.label())
                                .put("role", chair.role())
                                .put("forms", forms))
                .getString("id");
        organiser.post(seats + "/" + id + "/fill", new JsonObject().put("name", "示例裁判" + chair.label()));
        JsonObject card = organiser.post(seats + "/" + id + "/card", new JsonObject());
        return new Notes.Seat(id, chair.label(), chair.role(), card.getString("code"), card.getString("pin"));
    }

    private byte[] theoryResults(String discipline) throws InterruptedException {
        var csv = new StringBuilder("参赛编号,理论成绩\n");
        for (Object each : entries(discipline)) {
            String number = ((JsonObject) each).getString("number");
            csv.append(number)
                    .append(',')
                    .append(68 + new SplittableRandom(number.hashCode()).nextInt(30))
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Everybody has come; the call room is asked for batch by batch, by {@link DisciplineDay}. */
    private void arrive(String discipline) throws InterruptedException {
        for (Object each : entries(discipline)) {
            String entry = ((JsonObject) each).getString("id");
            organiser.post("contests/" + contest + "/entries/" + entry + "/arrival", new JsonObject());
        }
    }

    private String someEntry(String discipline) throws InterruptedException {
        return entries(discipline).getJsonObject(0).getString("id");
    }

    private JsonArray entries(String discipline) throws InterruptedException {
        return organiser
                .get("contests/" + contest + "/entries?discipline=" + discipline + "&state=approved")
                .getJsonArray("entries");
    }

    private void importFile(String path, byte[] file) throws InterruptedException {
        JsonObject preview = organiser.upload("contests/" + contest + "/" + path, CSV, file);
        organiser.post(
                "contests/" + contest + "/imports/" + preview.getString("importId") + "/apply", new JsonObject());
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(SetUp.class.getResourceAsStream("/demo/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
