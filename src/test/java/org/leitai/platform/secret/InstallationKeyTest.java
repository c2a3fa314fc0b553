package org.leitai.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {
    private static final byte[] NAME = "示例甲".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_opens_again_after_a_restart() throws IOException {
        byte[] sealed = InstallationKey.loadOrCreate(folder.resolve("key")).seal("person", NAME, "row 1");

        assertThat(InstallationKey.loadOrCreate(folder.resolve("key")).open("person", sealed, "row 1"))
                .isEqualTo(NAME);
    }

    @Test
    void another_row_or_purpose_cannot_open_it() throws IOException {
        InstallationKey key = InstallationKey.loadOrCreate(folder.resolve("key"));
        byte[] sealed = key.seal("person", NAME, "row 1");

        assertThatThrownBy(() -> key.open("person", sealed, "row 2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open("reason", sealed, "row 1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_text_is_sealed_differently_each_time_but_fingerprinted_alike() throws IOException {
        InstallationKey key = InstallationKey.loadOrCreate(folder.resolve("key"));

        assertThat(key.seal("person", NAME, "row 1")).isNotEqualTo(key.seal("person", NAME, "row 1"));
        assertThat(key.fingerprint("code", "ABCD2345")).isEqualTo(key.fingerprint("code", "ABCD2345"));
        assertThat(key.fingerprint("code", "ABCD2345")).isNotEqualTo(key.fingerprint("pin", "ABCD2345"));
    }

    @Test
    void the_file_is_for_its_owner_only_and_a_damaged_one_is_refused() throws IOException {
        Path file = folder.resolve("key");
        InstallationKey.loadOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> InstallationKey.loadOrCreate(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must hold 32 bytes but has 7");
    }
}
