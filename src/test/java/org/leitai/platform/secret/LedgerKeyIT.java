package org.leitai.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.testkit.RealServers;

class LedgerKeyIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    @Test
    void the_first_key_becomes_the_databases_and_another_one_is_told_apart() throws IOException {
        InstallationKey first = InstallationKey.loadOrCreate(folder.resolve("first.key"));
        InstallationKey other = InstallationKey.loadOrCreate(folder.resolve("other.key"));

        assertThat(agree(first)).isTrue();
        assertThat(agree(other)).isFalse();
        assertThat(agree(first)).isTrue();
        assertThat(agree(InstallationKey.loadOrCreate(folder.resolve("first.key"))))
                .isTrue();
    }

    private static boolean agree(InstallationKey key) {
        PgAddress owner = SERVERS.owner();
        return LedgerKey.agree(owner.jdbcUrl(), owner.user(), owner.password(), key);
    }
}
