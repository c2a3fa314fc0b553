package org.leitai.platform.tls;

import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The installation's own certificate authority (ECDSA P-256). Its certificate is installed on a tablet once; the leaf follows the
 * machine's names and addresses and is renewed at start.
 */
public final class LocalAuthority {
    /** Phones refuse leaves that are valid longer than 825 days. */
    private static final Duration LEAF_LIFE = Duration.ofDays(820);

    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final PemFolder folder;
    private final String name;
    private final Instant now;
    private final Certificates certificates;

    private LocalAuthority(PemFolder folder, String name, Instant now) {
        this.folder = folder;
        this.name = name;
        this.now = now;
        this.certificates = new Certificates(now);
    }

    /**
     * The files a server needs.
     *
     * @param ca the certificate to install on tablets, PEM
     * @param chain leaf and CA, PEM
     * @param key the leaf's private key, PEM, mode 0600
     */
    public record ServerCertificate(Path ca, Path chain, Path key) {
        /** For a server that listens with it. */
        public PemKeyCertOptions options() {
            return new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString());
        }
    }

    /**
     * Makes what is missing, renews what is old or does not name this machine any more.
     *
     * @param folder created when it is not there
     * @param hosts DNS names and IP addresses under which the servers are reached
     * @throws IOException when files cannot be read or written, with the file in its message
     */
    public static ServerCertificate prepare(Path folder, NavigableSet<String> hosts, Instant now) throws IOException {
        Files.createDirectories(folder);
        String suffix = new BigInteger(40, new SecureRandom()).toString(36);
        try {
            return new LocalAuthority(new PemFolder(folder), "Leitai CA " + suffix, now).prepare(hosts);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(
                    "the certificates in %s cannot be read; bring them back, or move that folder away to have new ones made, which tablets must then be told to trust"
                            .formatted(folder),
                    e);
        }
    }

    private ServerCertificate prepare(NavigableSet<String> hosts)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        if (!folder.has("ca")) {
            KeyPair pair = Certificates.keyPair();
            folder.write("ca", pair.getPrivate(), List.of(certificates.authority(name, pair, CA_LIFE)));
        }
        X509Certificate ca = folder.certificate("ca");
        if (!folder.has("server") || !fits(folder.certificate("server"), hosts)) {
            KeyPair pair = Certificates.keyPair();
            X509Certificate leaf = certificates.leaf(
                    pair.getPublic(), ca, folder.key("ca"), hosts, LEAF_LIFE, KeyPurposeId.id_kp_serverAuth);
            folder.write("server", pair.getPrivate(), List.of(leaf, ca));
        }
        return new ServerCertificate(folder.chain("ca"), folder.chain("server"), folder.keyFile("server"));
    }

    private boolean fits(X509Certificate leaf, NavigableSet<String> hosts) throws CertificateException {
        NavigableSet<String> named = new TreeSet<>();
        var alternatives = leaf.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(alternative -> named.add(alternative.get(1).toString()));
        }
        return named.equals(hosts) && leaf.getNotAfter().toInstant().isAfter(now.plus(RENEW_BEFORE));
    }
}
