package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Program;

/** Backup and restore as a person at the keyboard does them, with the servers that come along. */
class BackupProgramIT {
    @TempDir
    static Path folder;

    @Test
    void a_copy_made_while_it_runs_brings_the_installation_back() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("hall.backup");
        Path key = data.resolve("installation.key");
        try (Program program = Program.serve(data)) {
            String password = program.firstPassword();
            addContest(program, password, "备份前的竞赛");
            Program.Finished backup = run(program, "backup", "--to", file.toString());
            addContest(program, password, "备份后的竞赛");

            assertThat(backup.output())
                    .containsPattern("[1-9]\\d* streams, [1-9]\\d* events")
                    .contains("Keep a copy of it apart");
            assertThat(backup.code()).isZero();
            assertThat(run(program, "backup", "--to", file.toString()).code()).isEqualTo(3);
            assertThat(run(program, "restore", "--from", file.toString()).output())
                    .contains("is in use by process");
            Program.Finished beside = besideTheRunningOne(program, key, file);
            assertThat(beside.output()).contains("0 damaged", "checked: nothing was changed");
            assertThat(beside.code()).isZero();
            program.stop();

            byte[] right = Files.readAllBytes(key);
            byte[] wrong = new byte[right.length];
            new SecureRandom().nextBytes(wrong);
            Files.write(key, wrong);
            Program.Finished refused = run(program, "restore", "--from", file.toString());
            assertThat(refused.output()).contains("is not the one this backup needs");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(run(program, "serve").output())
                    .contains("is not the key that this ledger's names are sealed with");
            Files.write(key, right);

            Program.Finished checked = run(program, "restore", "--from", file.toString(), "--check-only");
            assertThat(checked.output()).contains("0 damaged", "checked: nothing was changed");
            assertThat(checked.code()).isZero();
            Program.Finished restored = run(program, "restore", "--from", file.toString());
            assertThat(restored.output()).contains("restored: leitai; what was there before is kept as database");
            assertThat(restored.code()).isZero();

            program.startAgain();
            assertThat(contests(program, password)).contains("备份前的竞赛").doesNotContain("备份后的竞赛");
            addContest(program, password, "恢复后的竞赛");
        }
    }

    /** In a folder of its own, so that a copy is proved while the contest goes on. */
    private static Program.Finished besideTheRunningOne(Program program, Path key, Path file) {
        Map<String, String> settings = new HashMap<>(program.settings());
        settings.put("LEITAI_DATA", folder.resolve("trial").toString());
        settings.put("LEITAI_KEY_FILE", key.toString());
        return Program.run(
                settings, folder.resolve("beside.log"), "restore", "--from", file.toString(), "--check-only");
    }

    private static Program.Finished run(Program program, String... command) {
        return Program.run(program.settings(), folder.resolve("command.log"), command);
    }

    private static void addContest(Program program, String password, String title) throws InterruptedException {
        organiser(program, password)
                .post(
                        "contests",
                        new JsonObject()
                                .put("title", new JsonObject().put("zh", title))
                                .put("level", "county")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"));
    }

    private static String contests(Program program, String password) throws InterruptedException {
        return organiser(program, password).get("contests").encode();
    }

    private static Visitor organiser(Program program, String password) throws InterruptedException {
        Visitor organiser = new Visitor(program.http());
        organiser.signIn("session", new JsonObject().put("login", "admin").put("password", password));
        return organiser;
    }
}
