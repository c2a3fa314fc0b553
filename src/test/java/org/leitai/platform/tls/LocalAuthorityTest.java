package org.leitai.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-10-14T08:00:00Z");
    private static final TreeSet<String> HALL = new TreeSet<>(List.of("hall.local", "192.168.1.10"));

    @TempDir
    Path folder;

    @Test
    void the_leaf_names_the_machine_and_is_signed_by_the_authority() throws IOException, GeneralSecurityException {
        LocalAuthority.prepare(folder, HALL, NOW);

        X509Certificate ca = certificate("ca");
        X509Certificate leaf = certificate("server");
        leaf.verify(ca.getPublicKey());
        assertThat(leaf.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString()))
                .containsExactlyInAnyOrder("hall.local", "192.168.1.10");
        assertThat(Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(825));
    }

    @Test
    void a_second_start_keeps_both_and_a_new_address_renews_only_the_leaf()
            throws IOException, GeneralSecurityException {
        LocalAuthority.prepare(folder, HALL, NOW);
        X509Certificate ca = certificate("ca");
        X509Certificate leaf = certificate("server");

        LocalAuthority.prepare(folder, HALL, NOW.plus(Duration.ofDays(1)));
        assertThat(certificate("server")).isEqualTo(leaf);

        var moved = new TreeSet<>(HALL);
        moved.add("10.0.0.7");
        LocalAuthority.prepare(folder, moved, NOW.plus(Duration.ofDays(1)));
        assertThat(certificate("ca")).isEqualTo(ca);
        assertThat(certificate("server")).isNotEqualTo(leaf);
    }

    @Test
    void a_leaf_about_to_expire_is_renewed() throws IOException, GeneralSecurityException {
        LocalAuthority.prepare(folder, HALL, NOW);
        X509Certificate leaf = certificate("server");

        LocalAuthority.prepare(folder, HALL, NOW.plus(Duration.ofDays(800)));

        assertThat(certificate("server").getNotAfter()).isAfter(leaf.getNotAfter());
    }

    @Test
    void private_keys_are_for_their_owner_only() throws IOException {
        LocalAuthority.prepare(folder, HALL, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("server.key"))))
                .isEqualTo("rw-------");
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return new PemFolder(folder).certificate(name);
    }
}
