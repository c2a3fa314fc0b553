package org.leitai.platform.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The installation's own certificate authority (ECDSA P-256). Its certificate is installed on a tablet once; the leaf follows the
 * machine's names and addresses and is renewed at start.
 */
public final class LocalAuthority {
    /** Phones refuse leaves that are valid longer than 825 days. */
    private static final Duration LEAF_LIFE = Duration.ofDays(820);

    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final PemFolder folder;
    private final String name;
    private final Instant now;

    private LocalAuthority(PemFolder folder, String name, Instant now) {
        this.folder = folder;
        this.name = name;
        this.now = now;
    }

    /**
     * The files a server needs.
     *
     * @param ca the certificate to install on tablets, PEM
     * @param chain leaf and CA, PEM
     * @param key the leaf's private key, PEM, mode 0600
     */
    public record ServerCertificate(Path ca, Path chain, Path key) {}

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
            throw new IOException("cannot make certificates in " + folder, e);
        }
    }

    private ServerCertificate prepare(NavigableSet<String> hosts)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        if (!folder.has("ca")) {
            KeyPair pair = keyPair();
            folder.write("ca", pair.getPrivate(), List.of(authority(pair)));
        }
        X509Certificate ca = folder.certificate("ca");
        if (!folder.has("server") || !fits(folder.certificate("server"), hosts)) {
            KeyPair pair = keyPair();
            folder.write("server", pair.getPrivate(), List.of(leaf(pair.getPublic(), ca, folder.key("ca"), hosts), ca));
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

    private X509Certificate authority(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name);
        var builder = builder(subject, subject, pair.getPublic(), CA_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(builder, pair.getPrivate());
    }

    private X509Certificate leaf(PublicKey key, X509Certificate ca, PrivateKey caKey, NavigableSet<String> hosts)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = builder(
                new X500Name(ca.getSubjectX500Principal().getName()), new X500Name("CN=Leitai"), key, LEAF_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(hosts.stream().map(LocalAuthority::alternative).toArray(GeneralName[]::new)));
        return signed(builder, caKey);
    }

    private static GeneralName alternative(String host) {
        boolean address = host.contains(":") || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Duration life) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()).setBit(119),
                Date.from(now.minus(CLOCK_SLACK)),
                Date.from(now.plus(life)),
                subject,
                key);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
