package org.leitai;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.platform.secret.LedgerKey;
import org.leitai.platform.tls.LocalAuthority;
import org.leitai.platform.tls.OwnNames;

/** What must be there before the first event loop: servers and tables, keys, certificates. Blocking; closed last. */
record Foundations(Backends backends, InstallationKey key, LocalAuthority.ServerCertificate certificate)
        implements AutoCloseable {

    static Foundations lay(Config config, Clock clock) {
        Backends backends = Backends.open(config);
        try {
            ServerClock.check(backends.owner(), clock);
            Files.createDirectories(config.dataFolder());
            InstallationKey key = InstallationKey.loadOrCreate(config.keyFile());
            sameKey(backends, key, config);
            return new Foundations(backends, key, certificate(config, clock));
        } catch (IOException e) {
            backends.close();
            throw new CannotStart(e.getMessage() == null ? "the data folder cannot be used" : e.getMessage(), e);
        } catch (RuntimeException e) {
            backends.close();
            throw e;
        }
    }

    private static LocalAuthority.ServerCertificate certificate(Config config, Clock clock) throws IOException {
        var own = LocalAuthority.prepare(
                config.dataFolder().resolve("tls"), OwnNames.all(config.names()), clock.instant());
        if (config.tlsCertificate().isPresent() && config.tlsKey().isPresent()) {
            return new LocalAuthority.ServerCertificate(
                    own.ca(), config.tlsCertificate().get(), config.tlsKey().get());
        }
        return own;
    }

    /** Names sealed with one key and aliases made with another would look well until somebody reads them. */
    private static void sameKey(Backends backends, InstallationKey key, Config config) {
        PgAddress owner = backends.owner();
        if (!LedgerKey.agree(owner.jdbcUrl(), owner.user(), owner.password(), key)) {
            throw new CannotStart(
                    "%s is not the key that this ledger's names are sealed with; bring back the right one (LEITAI_KEY_FILE)."
                            .formatted(config.keyFile()));
        }
    }

    @Override
    public void close() {
        backends.close();
    }
}
