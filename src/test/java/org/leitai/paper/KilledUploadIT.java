package org.leitai.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;

/** The program is killed in the middle of a file of answers, with -9: what was recorded stays, the rest follows, nothing counts twice. */
class KilledUploadIT {
    private static final int ENTRIES = 40_000;
    private static final int CHUNK = 2_000;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    @Test
    void a_file_goes_on_under_its_key_after_the_program_was_killed() throws Exception {
        MassAnswers answers = MassAnswers.of(ENTRIES);
        UUID key = UUID.randomUUID();
        Map<String, String> backends = Map.of(
                "LEITAI_PG_URI", SERVERS.appPgUri(),
                "LEITAI_PG_OWNER_URI", SERVERS.ownerPgUri(),
                "LEITAI_REDIS_URI", SERVERS.redisUri());
        try (Program program = Program.serve(folder.resolve("node"), backends)) {
            var scorer = new PaperClient(program.http());
            scorer.signIn("admin", program.firstPassword());
            String paper = openPaper(scorer);
            Thread sender = Thread.startVirtualThread(() -> untilItBreaks(scorer, paper, key, answers.csv()));
            Await.until("some of it is recorded", () -> entries(scorer, paper) >= 2 * CHUNK);
            long seen = entries(scorer, paper);
            program.kill();
            sender.join();

            program.startAgain();
            long kept = entries(scorer, paper);
            System.out.printf(
                    "killed after %,d of %,d answers were seen; %,d are in the ledger%n", seen, ENTRIES, kept);
            assertThat(kept).isBetween(seen, ENTRIES - 1L).matches(entries -> entries % CHUNK == 0);
            PaperClient.Answer whole = scorer.upload(paper + "/answers", key, answers.csv());

            assertThat(whole.body())
                    .isEqualTo(new JsonObject().put("chunks", ENTRIES / CHUNK).put("entries", ENTRIES));
            assertThat(entries(scorer, paper)).isEqualTo(ENTRIES);
            Await.until("all are on the board", () -> scorer.get(paper).body().getLong("ranked") == ENTRIES);
            for (int i = 0; i < ENTRIES; i += 997) {
                MassAnswers.Sheet sheet = answers.sheets().get(i);
                assertThat(scorer.get(paper + "/ranks/" + sheet.number()).body().getLong("rank"))
                        .as(sheet.row())
                        .isEqualTo(answers.rank(sheet));
            }
            assertThat(Program.run(program.settings(), folder.resolve("verify.log"), "verify"))
                    .satisfies(verified ->
                            assertThat(verified.code()).as(verified.output()).isZero());
        }
    }

    private static void untilItBreaks(PaperClient scorer, String paper, UUID key, String csv) {
        try {
            scorer.upload(paper + "/answers", key, csv);
        } catch (IOException killed) {
            // As it was meant.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String openPaper(PaperClient scorer) throws Exception {
        String contest = scorer.post(
                        "contests",
                        new JsonObject()
                                .put("title", new JsonObject().put("zh", "示例竞赛"))
                                .put("level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-23"))
                .body()
                .getString("id");
        String discipline = scorer.post(
                        "contests/" + contest + "/disciplines",
                        new JsonObject()
                                .put("code", "M")
                                .put("titleZh", "知识")
                                .put("rulebookYaml", MassAnswers.RULEBOOK))
                .body()
                .getString("id");
        String paper = "disciplines/" + discipline + "/paper";
        assertThat(scorer.post(paper, new JsonObject()).status()).isEqualTo(201);
        return paper;
    }

    private static long entries(PaperClient scorer, String paper) throws Exception {
        return scorer.get(paper).body().getLong("entries");
    }
}
