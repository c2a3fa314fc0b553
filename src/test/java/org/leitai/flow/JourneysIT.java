package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Demonstration;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/**
 * Browser journeys: Playwright drives Chromium against a whole node, by a host name that is not localhost, over HTTP and HTTPS. The
 * journeys themselves are in {@code web-client/e2e}.
 */
class JourneysIT {
    private static final String HOST = "hall.leitai.test";
    private static final long MINUTES = 40;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    Path folder;

    @Test
    void spectators_and_judges_find_their_way() throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder)) {
            Path notes = folder.resolve("demo.json");
            new Demonstration(node.http(), notes, 1).prepare(node.login(), node.password());
            JsonObject prepared = new JsonObject(Files.readString(notes));
            open(node, prepared, 0, "practical");
            open(node, prepared, 2, "speech");

            Path log = Path.of("target", "journeys.log");
            int exit = playwright(node, seatCode(prepared), log);

            assertThat(exit).describedAs(() -> tail(log)).isZero();
        }
    }

    private static void open(LeitaiNode node, JsonObject prepared, int discipline, String stage)
            throws InterruptedException {
        Visitor organiser = node.organiser();
        String id =
                prepared.getJsonArray("disciplines").getJsonObject(discipline).getString("id");
        organiser.post("disciplines/" + id + "/stages/" + stage + "/open", new JsonObject());
    }

    /** Of the first welding judge. */
    private static String seatCode(JsonObject prepared) {
        return prepared.getJsonArray("disciplines")
                .getJsonObject(0)
                .getJsonArray("seats")
                .getJsonObject(0)
                .getString("code");
    }

    private int playwright(LeitaiNode node, String code, Path log)
            throws IOException, InterruptedException, GeneralSecurityException {
        ProcessBuilder journeys = new ProcessBuilder("npm", "run", "--silent", "e2e")
                .directory(Path.of("web-client").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toAbsolutePath().toFile());
        var environment = journeys.environment();
        environment.put("LEITAI_E2E_HTTP", "http://" + HOST + ":" + node.http().getPort());
        environment.put("LEITAI_E2E_HTTPS", "https://" + HOST + ":" + node.httpsPort());
        environment.put("LEITAI_E2E_SPKI", publicKeyHash());
        environment.put("LEITAI_E2E_SEAT_CODE", code);
        environment.put("LEITAI_E2E_LOGIN", node.login());
        environment.put("LEITAI_E2E_PASSWORD", node.password());
        Process process = journeys.start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** By which the browser trusts the node's certificate, so that service workers run as with the CA installed. */
    private String publicKeyHash() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve("tls/server.pem"))) {
            byte[] key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey()
                    .getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        }
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 6_000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
