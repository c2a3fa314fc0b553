package org.leitai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path PAGE = Path.of("src/doc/configuration.md");
    private static final Path FRESH = Path.of("target/configuration.md");

    @Test
    void the_documentation_is_what_the_program_reads() throws IOException {
        Files.writeString(FRESH, SettingsPage.markdown());

        assertThat(PAGE).as("%s is out of date: copy %s over it", PAGE, FRESH).hasSameTextualContentAs(FRESH);
    }
}
