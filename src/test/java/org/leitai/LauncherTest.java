package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts a distribution, where something beside it is missing. */
class LauncherTest {
    @Test
    void without_its_java_runtime_it_says_in_one_line_what_to_do(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("leitai");
        Files.copy(Path.of("src/main/dist/bin/leitai"), script);

        Process process = new ProcessBuilder("sh", script.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(said.lines()).singleElement().asString().contains("Java runtime", "copy the whole folder again");
    }
}
