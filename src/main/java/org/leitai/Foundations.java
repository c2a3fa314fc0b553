package org.leitai;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.platform.tls.LocalAuthority;
import org.leitai.platform.tls.OwnNames;

/** What must be there before the first event loop: servers and tables, keys, certificates. Blocking; closed last. */
record Foundations(Backends backends, InstallationKey key, LocalAuthority.ServerCertificate certificate)
        implements AutoCloseable {

    static Foundations lay(Config config, Clock clock) {
        Backends backends = Backends.open(config);
        try {
            Files.createDirectories(config.dataFolder());
            InstallationKey key =
                    InstallationKey.loadOrCreate(config.dataFolder().resolve("installation.key"));
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

    @Override
    public void close() {
        backends.close();
    }
}
