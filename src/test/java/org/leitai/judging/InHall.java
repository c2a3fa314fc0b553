package org.leitai.judging;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.judging.Hall.Tablet;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Trial;
import org.leitai.platform.gateway.Ids;
import org.leitai.testkit.RealServers;

/** How tests in a hall begin: over HTTP with the real arena and real PostgreSQL. */
abstract class InHall {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    static Hall hall;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        hall = new Hall(SERVERS.appPgUri(), folder);
    }

    @AfterAll
    static void close() throws Exception {
        hall.close();
    }

    /** A new discipline with the numbers 01 and 02. */
    static void begin(String yaml) throws Exception {
        hall.begin(yaml);
        hall.put(new AssignNumbers("*", List.of(new Link("01", hall.entry(0)), new Link("02", hall.entry(1)))));
    }

    /** The judge of seat 1 in a new discipline whose practical stage is open. */
    static Tablet atWork() throws Exception {
        begin(Trial.YAML);
        Tablet judge = hall.seat("1", "judge");
        hall.organiser().post(hall.path("stages/work/open"), new JsonObject()).is(200);
        return judge;
    }

    static String key() {
        return Ids.next().toString();
    }

    static JsonObject sheet(Tablet judge, String form, String subject) {
        return judge.get("seat/assignment").is(200).body().getJsonArray("sheets").stream()
                .map(JsonObject.class::cast)
                .filter(sheet -> sheet.getString("form").equals(form)
                        && sheet.getString("subject").equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
