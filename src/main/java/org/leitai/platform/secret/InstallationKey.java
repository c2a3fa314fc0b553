package org.leitai.platform.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 random bytes in a file of mode 0600, from which one key per purpose is derived (HKDF-SHA-256, RFC 5869). Losing the file loses
 * the names of people, never a score.
 */
public final class InstallationKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey root;

    private InstallationKey(byte[] root) {
        this.root = new SecretKeySpec(root, "HKDF");
    }

    /**
     * Reads the key file, or makes it.
     *
     * @throws IOException when the file is not 32 bytes, or cannot be read or written
     */
    public static InstallationKey loadOrCreate(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            bytes = random(KEY_BYTES);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IOException(file + " must hold " + KEY_BYTES + " bytes but has " + bytes.length
                    + "; restore it from your backup");
        }
        keepPrivate(file);
        return new InstallationKey(bytes);
    }

    /** A file that was mounted from elsewhere is another's to protect. */
    private static void keepPrivate(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
        } catch (FileSystemException mounted) {
            if (!Files.isReadable(file)) {
                throw mounted;
            }
        }
    }

    /** Fresh random bytes. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A keyed fingerprint (HMAC-SHA-256, 32 bytes): equal inputs give equal outputs, nothing else can be learnt without the key. */
    public byte[] fingerprint(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derive(purpose, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which the key is recognised, 64 hex digits; tells nothing about it. */
    public String print() {
        return HexFormat.of().formatHex(fingerprint("installation-key-print", ""));
    }

    /**
     * Encrypts (AES-256-GCM, fresh nonce in front).
     *
     * @param context bound to the result: opening needs the same one, such as the row's id
     */
    public byte[] seal(String purpose, byte[] plain, String context) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain, context);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when the key, the context or the bytes are not the ones it was sealed with
     */
    public byte[] open(String purpose, byte[] sealed, String context) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return crypt(Cipher.DECRYPT_MODE, purpose, nonce, rest, context);
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, derive(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "sealed data of " + purpose + " does not open with this installation's key", e);
        }
    }

    private SecretKey derive(String purpose, String algorithm) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(root)
                .thenExpand(("leitai/" + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    }
}
