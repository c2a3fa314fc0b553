package org.leitai.platform.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Keys and certificate chains as PEM files, {@code NAME.key} (mode 0600) and {@code NAME.pem}, replaced whole or not at all. */
final class PemFolder {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    PemFolder(Path folder) {
        this.folder = folder;
    }

    boolean has(String name) {
        return Files.exists(chain(name)) && Files.exists(keyFile(name));
    }

    Path chain(String name) {
        return folder.resolve(name + ".pem");
    }

    Path keyFile(String name) {
        return folder.resolve(name + ".key");
    }

    void write(String name, PrivateKey key, List<X509Certificate> chain) throws IOException, GeneralSecurityException {
        var text = new StringBuilder();
        for (X509Certificate certificate : chain) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        replace(keyFile(name), pem("PRIVATE KEY", key.getEncoded()), "rw-------");
        replace(chain(name), text.toString(), "rw-r--r--");
    }

    X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(chain(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    PrivateKey key(String name) throws IOException, GeneralSecurityException {
        String body = Files.readString(keyFile(name))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private void replace(Path file, String text, String mode) throws IOException {
        Path fresh = Files.createTempFile(
                folder,
                "new",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(mode));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
