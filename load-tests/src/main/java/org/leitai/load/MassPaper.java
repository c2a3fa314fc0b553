package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/** The mass paper of a contest of its own, opened through the public API; answers come later. */
record MassPaper(Api organiser, String contest, String discipline) {
    static MassPaper open(Program program) throws IOException {
        Api organiser = new Api(program.uri());
        organiser.signIn("session", World.json("login", "admin", "password", program.password()));
        String contest = organiser.post("contests", World.json("title", World.json("zh", "压力测试知识竞赛"), "level", "city",
                        "firstDay", "2026-11-23", "lastDay", "2026-11-23"))
                .getString("id");
        String discipline = organiser.post("contests/" + contest + "/disciplines",
                        World.json("code", "M", "titleZh", "知识", "rulebookYaml", MassSheets.RULEBOOK))
                .getString("id");
        var paper = new MassPaper(organiser, contest, discipline);
        organiser.post(paper.path(), new JsonObject());
        return paper;
    }

    String path() {
        return "disciplines/" + discipline + "/paper";
    }

    /** Sends the file and waits until all of it is on the board. */
    void fill(MassSheets sheets, Path file) throws IOException {
        organiser.upload(path() + "/answers", sheets.write(file));
        while (ranked() < sheets.entries()) {
            Shell.pause(500);
        }
    }

    long ranked() {
        return organiser.get(path()).getLong("ranked");
    }

    long rank(int entry) {
        return organiser.get(path() + "/ranks/" + MassSheets.number(entry)).getLong("rank");
    }
}
