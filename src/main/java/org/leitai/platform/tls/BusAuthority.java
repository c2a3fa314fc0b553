package org.leitai.platform.tls;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.operator.OperatorCreationException;
import org.leitai.platform.secret.InstallationKey;

/**
 * The authority that nodes of one installation know each other by on the bus. Its key is derived from the installation key, which all
 * nodes share, so nothing has to be handed out: each node makes the authority anew at start and signs a certificate for itself, in
 * memory only.
 */
public final class BusAuthority {
    private static final String CURVE = "secp256r1";
    private static final String NAME = "Leitai bus";

    /** A node that runs longer must be restarted; nobody does. */
    private static final Duration LIFE = Duration.ofDays(3650);

    private BusAuthority() {}

    /**
     * What a node shows and what it trusts, PEM.
     *
     * @param authority signs every node of the installation
     * @param certificate of this node, for both ends of a connection
     * @param key its private key
     */
    public record Identity(Buffer authority, Buffer certificate, Buffer key) {}

    /**
     * An identity for the node at an address.
     *
     * @throws IOException when this Java cannot make it
     */
    public static Identity identity(InstallationKey installation, String host, Instant now) throws IOException {
        try {
            var certificates = new Certificates(now);
            KeyPair authority = authority(installation);
            X509Certificate ca = certificates.authority(NAME, authority, LIFE);
            KeyPair own = Certificates.keyPair();
            X509Certificate leaf = certificates.leaf(
                    own.getPublic(),
                    ca,
                    authority.getPrivate(),
                    new TreeSet<>(List.of(host)),
                    LIFE,
                    KeyPurposeId.id_kp_serverAuth,
                    KeyPurposeId.id_kp_clientAuth);
            return new Identity(
                    Buffer.buffer(PemFolder.pem("CERTIFICATE", ca.getEncoded())),
                    Buffer.buffer(PemFolder.pem("CERTIFICATE", leaf.getEncoded())),
                    Buffer.buffer(PemFolder.pem("PRIVATE KEY", own.getPrivate().getEncoded())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make the bus's certificates", e);
        }
    }

    /** The same key pair on every node: 512 derived bits modulo the curve's order are as good as random ones. */
    private static KeyPair authority(InstallationKey installation) throws GeneralSecurityException {
        var curve = CustomNamedCurves.getByName(CURVE);
        byte[] derived = new byte[64];
        System.arraycopy(installation.fingerprint("bus-authority", "1"), 0, derived, 0, 32);
        System.arraycopy(installation.fingerprint("bus-authority", "2"), 0, derived, 32, 32);
        BigInteger secret = new BigInteger(1, derived)
                .mod(curve.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        var point = curve.getG().multiply(secret).normalize();
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec(CURVE));
        ECParameterSpec parameters = named.getParameterSpec(ECParameterSpec.class);
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new KeyPair(
                factory.generatePublic(new ECPublicKeySpec(EC5Util.convertPoint(point), parameters)),
                factory.generatePrivate(new ECPrivateKeySpec(secret, parameters)));
    }
}
